using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The vendor's reference pages, as <c>../shared/cmdlets.json</c> and <c>cmdlets-extra.json</c> hold them, with what is known to be wrong
/// in them put right (powershell.md 12).</summary>
public sealed class ReferencePages
{
    private readonly JObject extra;
    private readonly ImmutableArray<JObject> pages;

    private ReferencePages(JObject documented, JObject extra)
    {
        this.extra = extra;
        pages = [.. documented["cmdlets"]!.Children<JObject>()];
    }

    private static string Folder => Path.Combine(Repository.Root, "..", "shared");

    /// <summary>A clone without the folder has no pages: what needs them is skipped with a word.</summary>
    public static bool ArePresent => File.Exists(Path.Combine(Folder, "cmdlets.json"));

    public static ReferencePages Read() => new(Parse("cmdlets.json"), Parse("cmdlets-extra.json"));

    /// <summary>Every cmdlet as documented, whatever the release.</summary>
    public IEnumerable<CmdletSyntax> All => pages.Select(page => Whole(page));

    /// <summary>What that release has: without the parameters, sets and cmdlets that only others have.</summary>
    public IEnumerable<CmdletSyntax> Of(Edition edition) =>
        from page in pages
        where ProductOf(page) == edition.Product
        let cmdlet = Whole(page)
        let known = new Applicability(extra[cmdlet.Name] as JObject, (string?)page["applicable"], edition)
        where known.IsCmdletThere
        select known.Narrow(cmdlet) with { DefaultSet = DefaultSets.Of(known.Narrow(cmdlet), DocumentedDefault(cmdlet.Name)) };

    private CmdletSyntax Whole(JObject page)
    {
        var cmdlet = Corrections.Of(new CmdletSyntax((string)page["cmdlet"]!, [.. page["parameterSets"]!.Children<JObject>().Select(SetOf)], null));
        return cmdlet with { DefaultSet = DefaultSets.Of(cmdlet, DocumentedDefault(cmdlet.Name)) };
    }

    private string? DocumentedDefault(string cmdlet) => (string?)extra[cmdlet]?["default"];

    private static CmdletSet SetOf(JObject set) => new(
        (string)set["name"]! is var name && name == "(default)" ? CmdletSyntax.OnlySet : name,
        [.. set["parameters"]!.Children<JObject>().Select(ParameterOf)]);

    private static ParameterSyntax ParameterOf(JObject parameter) => new(
        (string)parameter["name"]!,
        (string)parameter["type"]!,
        (bool?)parameter["required"] ?? false,
        (bool?)parameter["positional"] ?? false);

    private static ServerProduct ProductOf(JObject page) => (string?)page["product"] switch
    {
        "skype" => ServerProduct.LyncServer,
        "exchange" => ServerProduct.ExchangeServer,
        _ => ServerProduct.SharePointServer,
    };

    private static JObject Parse(string file) => JObject.Parse(File.ReadAllText(Path.Combine(Folder, file)));
}
