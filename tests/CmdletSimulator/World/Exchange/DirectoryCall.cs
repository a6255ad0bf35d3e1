using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>A call that reads or writes in Active Directory, on one domain controller.</summary>
internal sealed record DirectoryCall(PlayedCall Call, ExchangeOrganisation Organisation)
{
    private bool Writes => !Call.Cmdlet.StartsWith("Get-", StringComparison.Ordinal);

    public string Cmdlet => Call.Cmdlet;

    public string DomainController => Call.Text("DomainController")
        ?? Organisation.DomainControllers[Organisation.Replication.Lags && !Writes ? ^1 : 0];

    public bool Sees(string kind, string name) => Organisation.Replication.IsOn($"{kind}/{name}", DomainController);

    public void Made(string kind, string name) => Organisation.Replication.Made($"{kind}/{name}", DomainController);

    public PlayedErrorException NotFound(string identity) => ExchangeErrors.NotFound(Cmdlet, identity, DomainController);
}
