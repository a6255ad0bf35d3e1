using System.Xml.Linq;
using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>What the simulator shows has the shape of what real servers sent (<c>../shared/clixml</c>): each property that it has, they have, and
/// of the same kind.</summary>
public sealed class ClixmlShapeTests : IAsyncLifetime
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/powershell/2004/04";
    private PlayedServers played = null!;

    public async Task InitializeAsync() => played = await PlayedServers.StartAsync();

    public Task DisposeAsync() => played.DisposeAsync().AsTask();

    [SkippableTheory]
    [InlineData("Get-AuthConfig", "GetAuthConfig.xml")]
    [InlineData("Get-PartnerApplication", "GetPartnerApplication.xml")]
    [InlineData("Get-AcceptedDomain", "GetAcceptedDomain.xml")]
    [InlineData("Get-WebServicesVirtualDirectory", "GetWebServicesVirtualDirectory.xml")]
    [InlineData("Get-ExchangeCertificate", "GetExchangeCertificate.xml")]
    public async Task Objects_from_afar_have_the_properties_of_real_ones(string cmdlet, string file)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "clixml", file);
        Skip.IfNot(File.Exists(path), "../shared/clixml is not there.");
        await played.Engine.CreatePartnerApplicationAsync(
            new(Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, new("x", ["UserApplication"])), default);
        var answer = await played.World.RunAsync(cmdlet, "__AllParameterSets");

        var ours = XDocument.Parse(Clixml.Of(answer.Objects.First(), Litware.Exchange)).Root!.Element(Schema + "Obj")!;
        var real = XDocument.Load(path).Root!.Elements(Schema + "Obj").ToList();

        Assert.Equal(TypeOf(real[0]), TypeOf(ours));
        var known = real.SelectMany(PropertiesOf).ToLookup(property => property.Name, property => property.Kind);
        Assert.Empty(PropertiesOf(ours).Select(property => property.Name).Except(known.Select(group => group.Key)));
        Assert.All(PropertiesOf(ours).Where(property => property.Kind != "Nil" && known[property.Name].Any(kind => kind != "Nil")), property =>
            Assert.Contains(property.Kind, known[property.Name]));
    }

    private static string TypeOf(XElement found) => found.Element(Schema + "TN")!.Elements(Schema + "T").First().Value;

    /// <summary>A reference to an object that came before is an object; a property that PowerShell adds is none of the server's.</summary>
    private static IEnumerable<(string Name, string Kind)> PropertiesOf(XElement found) =>
        from property in found.Element(Schema + "Props")!.Elements()
        select (property.Attribute("N")!.Value, property.Name.LocalName == "Ref" ? "Obj" : property.Name.LocalName);
}
