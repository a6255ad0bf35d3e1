using System.Collections.Immutable;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>Servers that leave the configuration or join it, and mailboxes that are moved.</summary>
internal sealed class TruthMoves(TruthInstallation installation, Draw draw)
{
    public (TruthInstallation Installation, TruthProgram Program) Move(TruthProgram program)
    {
        var (moved, changed) = draw.Below(5) switch
        {
            0 or 1 when !installation.MayLeave.IsEmpty => Leave(program, draw.One(installation.MayLeave.AsSpan())),
            2 or 3 when !installation.MayJoin.IsEmpty => Join(program, draw.One(installation.MayJoin.AsSpan())),
            _ => (installation.WithMailboxOn(draw.Below(installation.Mailboxes.Length), draw.One(installation.Exchanges.AsSpan())), program),
        };
        return (moved, changed with { Settings = moved.Settings() });
    }

    /// <summary>Mostly together with what is declared of it; the checks that call it stay.</summary>
    private (TruthInstallation Installation, TruthProgram Program) Leave(TruthProgram program, string server)
    {
        var additions = new TruthAdditions(installation, draw);
        var gone = draw.Chance(85) ? program.Resources.Where(resource => resource.Server == server && !resource.IsFunction).ToList() : [];
        return (installation.Without(server), gone.Aggregate(program, additions.Remove));
    }

    /// <summary>With a key, a document, and what others need to know of it.</summary>
    private (TruthInstallation Installation, TruthProgram Program) Join(TruthProgram program, string server)
    {
        var certificate = WholePrograms.Certificate(server, PlanCertificates.Text(draw.Below(4)));
        var endpoint = WholePrograms.Endpoint(server) with { DependsOn = [certificate.Name] };
        ImmutableArray<TruthResource> joining = [certificate, endpoint, .. RecordsOf(program, server, endpoint.Name)];
        var at = program.Resources.TakeWhile(resource => resource.Type != "ConnectivityCheck").Count();
        return (installation.With(server), joining.Any(resource => program.Has(resource.Name)) ? program : program.Insert(at, joining));
    }

    private static IEnumerable<TruthResource> RecordsOf(TruthProgram program, string server, string endpoint) =>
        server == TruthInstallation.TokenServer ? []
        : server == TruthInstallation.SharePoint ?
            [WholePrograms.Partner("sp-on-lync", endpoint, PropertyMap.Of(("server", TruthInstallation.Lync), ("name", "SharePoint")))]
        : program.Find("AuthMetadataEndpoint", TruthInstallation.Lync) is { } lync ?
            [WholePrograms.Partner($"lync-on-{WholePrograms.Short(server)}", lync.Name, WholePrograms.AccountOf(server, "LyncEnterprise"))]
        : [];
}
