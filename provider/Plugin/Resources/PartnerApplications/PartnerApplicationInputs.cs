using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>What a program says of a partner application.</summary>
internal sealed record PartnerApplicationInputs
{
    private PartnerApplicationInputs(PropertyMap given)
    {
        var reader = new InputReader(given);
        Server = reader.Text(PartnerProperties.Server);
        Name = reader.Text(PartnerProperties.Name);
        RefreshTrigger = reader.Text(PartnerProperties.RefreshTrigger);
        TrustAnySslCertificate = reader.Flag(PartnerProperties.TrustAnySslCertificate);
        Document = new DocumentSource(reader.Text(DocumentSource.UrlName), TrustAnySslCertificate.Value is true, RefreshTrigger);
        Certificate = reader.Nested(PartnerProperties.Certificate, GivenPartnerInputs.Read);
        AuthorizationServer = reader.Nested(PartnerProperties.AuthorizationServer, GivenPartnerInputs.Read);
        TrustLevel = reader.Choice<TrustLevel>(PartnerProperties.TrustLevel);
        Enabled = reader.Flag(PartnerProperties.Enabled);
        AcceptSecurityIdentifierInformation = reader.Flag(PartnerProperties.AcceptSecurityIdentifierInformation);
        IsTrustBroker = reader.Flag(PartnerProperties.IsTrustBroker);
        LinkedAccount = reader.Nested(PartnerProperties.LinkedAccount, LinkedAccountInputs.Read);
        Restart = reader.Choice<RestartScope>(PartnerProperties.Restart);
        RestartServers = reader.Texts(PartnerProperties.RestartServers);
    }

    public Input<string> Server { get; }

    public Input<string> Name { get; }

    public DocumentSource Document { get; }

    public Input<GivenPartnerInputs> Certificate { get; }

    public Input<GivenPartnerInputs> AuthorizationServer { get; }

    public Input<TrustLevel?> TrustLevel { get; }

    public Input<bool?> Enabled { get; }

    public Input<bool?> AcceptSecurityIdentifierInformation { get; }

    public Input<bool?> IsTrustBroker { get; }

    public Input<LinkedAccountInputs> LinkedAccount { get; }

    public Input<bool?> TrustAnySslCertificate { get; }

    public Input<string> RefreshTrigger { get; }

    public Input<RestartScope?> Restart { get; }

    public Input<ImmutableArray<string>?> RestartServers { get; }

    /// <summary>Whether it is not known yet where the partner is taken from: it may be another one.</summary>
    public bool SourceIsOpen => Document.AuthMetadataUrl.IsUnknown || IsOpen(Certificate) || IsOpen(AuthorizationServer);

    public static PartnerApplicationInputs Read(PropertyMap given) => new(given);

    /// <summary>Where the partner is taken from, of inputs that are all known.</summary>
    public PartnerSource Source() =>
        Document.Url is { } url ? new PartnerSource.Metadata(url, Document.TrustsAnyCertificate)
        : Certificate.Value is { } partner ? new PartnerSource.Certificate(
            partner.ApplicationIdentifier.Value!, partner.Realm.Value!, CertificateReader.ReadPem(partner.CertificatePem.Value!))
        : new PartnerSource.AuthorizationServer(
            AuthorizationServer.Value!.ApplicationIdentifier.Value!, AuthorizationServer.Value.Realm.Value ?? "");

    private static bool IsOpen(Input<GivenPartnerInputs> partner) => partner.IsUnknown || partner.Value is { IsOpen: true };
}
