using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

/// <summary>The operations done to a real state by the real rules.</summary>
internal sealed class RealWorld
{
    public TrustState State { get; private set; } = Scene.State with { Certificates = TrustState.Empty.Certificates };

    public DateTimeOffset Now { get; private set; } = SequenceCertificates.Start;

    /// <summary>The token that was issued last, its receiver, and the described signature's verifier judging it.</summary>
    public (string Text, Server Receiver)? Token { get; private set; }

    public Server Server(bool lync) => State.Servers[(lync ? Scene.Lync : Scene.Exchange).Fqdn];

    /// <summary>False when a rule refused the operation.</summary>
    public bool Apply(Operation operation)
    {
        var before = State;
        try
        {
            State = Next(operation);
        }
        catch (FaultException)
        {
            return false;
        }

        return operation.Kind is not (OperationKind.Bind or OperationKind.Stage) || !ReferenceEquals(before, State);
    }

    public TrustVerdict Ask(bool fromLync, bool forUser, Func<SigningCertificate, CertificateWithKey?>? keys = null)
    {
        var question = new TrustQuestion(Server(fromLync).Fqdn, Server(!fromLync).Fqdn, forUser ? Scene.KenMyer.SipUri : null, Now);
        return keys is null ? TrustEvaluator.Evaluate(State, question) : TrustEvaluator.Evaluate(State, question, keys);
    }

    public TokenValidation? Replay() =>
        Token is not { } token ? null : new TokenValidator(TokenValidationOptions.Default, DescribedSignature.Verifier)
        .Validate(new TokenValidationRequest(token.Text, State.Servers[token.Receiver.Fqdn], State, Now));

    private TrustState Next(Operation operation)
    {
        var server = Server(operation.OnLync);
        switch (operation.Kind)
        {
            case OperationKind.Bind:
                return WithSlots(server, CertificateRules.Bind(Slots(server), Certificate(operation), server.Product, Now, null));
            case OperationKind.Stage:
                return WithSlots(server, CertificateRules.Bind(
                    Slots(server), Certificate(operation), server.Product, Now, Now + Operation.Spans[operation.Value % 3 + 3]));
            case OperationKind.ClearPrevious:
                return WithSlots(server, CertificateRules.ClearPrevious(CertificateRules.At(Slots(server), server.Product, Now)));
            case OperationKind.Unbind:
                return State with { Certificates = State.Certificates.Remove(server.Fqdn) };
            case OperationKind.PassTime:
                Now += Operation.Spans[operation.Value];
                return State;
            case OperationKind.IssueToken:
                Token = Issue(operation.OnLync) ?? Token;
                return State;
            case OperationKind.ToggleMailbox:
                return State with
                {
                    Mailboxes = State.Mailboxes.ContainsKey(Scene.KenMyer.SipUri)
                        ? State.Mailboxes.Remove(Scene.KenMyer.SipUri)
                        : State.Mailboxes.Add(Scene.KenMyer.SipUri, Scene.KenMyer),
                };
            default:
                return NextSetting(operation, server);
        }
    }

    private TrustState NextSetting(Operation operation, Server server)
    {
        var settings = State.OAuthConfigurations[Scene.Lync.Fqdn];
        switch (operation.Kind)
        {
            case OperationKind.ChangeRealm when operation.OnLync:
                return WithSettings(settings with { Realm = Operation.Realms[operation.Value] });
            case OperationKind.ChangeRealm:
                return State with { Servers = State.Servers.SetItem(server.Fqdn, server with { Realm = Operation.Realms[operation.Value] }) };
            case OperationKind.ChangeAcceptedDomains:
                return State with
                {
                    Servers = State.Servers.SetItem(
                        Scene.Exchange.Fqdn, Server(false) with { AcceptedDomains = [.. Operation.AcceptedDomains[operation.Value]] }),
                };
            case OperationKind.ToggleAutodiscover:
                return WithSettings(settings with
                {
                    ExchangeAutodiscoverUrl = settings.ExchangeAutodiscoverUrl is null
                        ? Scene.State.OAuthConfigurations[Scene.Lync.Fqdn].ExchangeAutodiscoverUrl
                        : null,
                });
            default:
                return NextRecord(operation, server);
        }
    }

    private TrustState NextRecord(Operation operation, Server server)
    {
        var partner = Server(!operation.OnLync);
        var template = operation.OnLync ? Scene.ExchangeAtLync : Scene.LyncAtExchange;
        var key = (template.Server, template.Name);
        var record = State.PartnerApplications.GetValueOrDefault(key);
        var published = CertificateRules.Published(Slots(partner), partner.Product, Now);
        var principal = ReceiverNames.PrincipalOf(partner, State);
        return operation.Kind switch
        {
            OperationKind.Register when record is null && !published.IsEmpty =>
                State.With(template with { TrustedKeys = published, Realm = principal.Realm, Issuer = principal.ToString() }),
            OperationKind.Refresh when record is not null && !published.IsEmpty && record.Issuer == principal.ToString() =>
                State.With(record with { TrustedKeys = published }),
            OperationKind.Remove => State with { PartnerApplications = State.PartnerApplications.Remove(key) },
            OperationKind.ToggleEnabled when record is not null => State.With(record with { Enabled = !record.Enabled }),
            OperationKind.ChangeRights when record is not null && operation.OnLync =>
                State.With(record with { TrustLevel = (TrustLevel)(operation.Value % 3) }),
            OperationKind.ChangeRights when record is not null =>
                State.With(record with { LinkedAccount = operation.Value % 2 == 0 ? null : Scene.LyncAtExchange.LinkedAccount }),
            _ => State,
        };
    }

    private (string, Server)? Issue(bool fromLync)
    {
        var caller = Server(fromLync);
        var receiver = Server(!fromLync);
        if (CertificateRules.Signing(Slots(caller), caller.Product, Now) is not { } certificate)
        {
            return null;
        }

        var client = ReceiverNames.PrincipalOf(caller, State);
        var realm = BearerChallenge.Of(receiver, State).Realm ?? client.Realm;
        var request = ActorTokenRequest.SelfIssued(client, new Audience(receiver.ApplicationIdentifier, receiver.Fqdn, realm), Now);
        return (TokenIssuer.IssueForUser(request, Scene.Ken, DescribedSignature.SignerOf(certificate)), receiver);
    }

    private static SigningCertificate Certificate(Operation operation) => SequenceCertificates.All[operation.Value].Certificate;

    private CertificateSlots Slots(Server server) => State.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty);

    private TrustState WithSlots(Server server, CertificateSlots slots) =>
        State with { Certificates = State.Certificates.SetItem(server.Fqdn, slots) };

    private TrustState WithSettings(OAuthConfiguration settings) =>
        State with { OAuthConfigurations = State.OAuthConfigurations.SetItem(settings.Server, settings) };
}
