using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;
using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.ConnectivityChecks;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Resources.OAuthConfigurations;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>The trust that the resources of one provider declare, in the form in which the rules look at it.</summary>
internal sealed class DeclaredTrust
{
    private readonly Installation installation;
    private readonly KnownCertificates known;
    private readonly DateTimeOffset now;
    private readonly TrustState? before;
    private readonly ILookup<string, (Server Server, StackResource Resource)> byKind;
    private readonly ILookup<string, (Server Server, StackResource Resource)> gone;
    private readonly List<StackUnknown> unknowns = [];

    private DeclaredTrust(
        Installation installation, StackResources resources, KnownCertificates known, DateTimeOffset now, TrustState? before)
    {
        (this.installation, this.known, this.now, this.before) = (installation, known, now, before);
        byKind = ByKind(resources.There);
        gone = ByKind(resources.Gone);
    }

    /// <param name="installation">The provider's settings.</param>
    /// <param name="resources">Its resources.</param>
    /// <param name="known">Every certificate that the files tell of.</param>
    /// <param name="now">By when what is staged signs, and foreseen records are written.</param>
    /// <param name="before">What is there before what is foreseen; null for what is there.</param>
    public static (TrustState State, ImmutableArray<StackCheck> Checks, ImmutableArray<StackUnknown> Unknowns) Of(
        Installation installation, StackResources resources, KnownCertificates known, DateTimeOffset now, TrustState? before = null)
    {
        var declared = new DeclaredTrust(installation, resources, known, now, before);
        var state = declared.WithRecords(declared.WithCertificates(declared.WithSettings(declared.Bare)));
        return (declared.WithUnseen(state), [.. declared.Checks()], [.. declared.unknowns.Distinct()]);
    }

    private TrustState Bare => TrustState.Empty with
    {
        Servers = TrustState.Empty.Servers.SetItems(installation.Servers),
        Mailboxes = TrustState.Empty.Mailboxes.SetItems(
            installation.Mailboxes.Select(mailbox => KeyValuePair.Create(mailbox.SipUri, mailbox))),
        MailboxesAreComplete = installation.PowerShell is null,
    };

    private ILookup<string, (Server Server, StackResource Resource)> ByKind(IEnumerable<StackResource> resources) => (
        from resource in resources
        where resource.IsCustom && ServerOf(resource) is not null
        select (Server: ServerOf(resource)!, resource)).ToLookup(entry => entry.resource.Kind, StringComparer.Ordinal);

    private Server? ServerOf(StackResource resource)
    {
        var server = installation.Find(resource.Inputs.With(resource.Outputs).Text(Identity.Server));
        if (server is null)
        {
            unknowns.Add(new StackUnknown("", $"The settings of the provider name no server that {resource.Title} is about."));
        }

        return server;
    }

    /// <summary>Lync's settings, and where each server publishes. Deleting settings puts back what was there (domain.md 4.2).</summary>
    private TrustState WithSettings(TrustState state)
    {
        foreach (var (server, resource) in gone[OAuthConfigurationResource.TypeName])
        {
            var left = resource.Outputs.Map(OAuthConfigurationResource.Previous) ?? resource.Inputs.With(resource.Outputs);
            state = state with
            {
                OAuthConfigurations = state.OAuthConfigurations.SetItem(server.Fqdn, OAuthConfigurationInputs.Read(left).On(server)),
            };
        }

        foreach (var (server, resource) in byKind[OAuthConfigurationResource.TypeName])
        {
            var settings = OAuthConfigurationInputs.Read(resource.Inputs.With(resource.Outputs)).On(server);
            var serviceName = resource.Outputs.Text(OAuthConfigurationResource.ServiceName) ?? settings.ServiceName;
            state = state with
            {
                OAuthConfigurations = state.OAuthConfigurations.SetItem(server.Fqdn, settings with { ServiceName = serviceName }),
            };
        }

        foreach (var endpoints in byKind[AuthMetadataEndpointResource.TypeName].GroupBy(entry => entry.Server.Fqdn))
        {
            var urls = endpoints.Select(entry => AuthMetadataEndpointInputs.Read(entry.Resource.Inputs).Address).OfType<Uri>();
            state = state with { PublishedMetadata = state.PublishedMetadata.SetItem(endpoints.Key, [.. urls.Distinct()]) };
        }

        return state;
    }

    private TrustState WithCertificates(TrustState state)
    {
        foreach (var server in installation.Servers.Values)
        {
            var binding = Last(byKind, CertificateBindingResource.TypeName, server);
            if (SlotsOf(server, binding) is not { } slots)
            {
                continue;
            }

            state = state with
            {
                Certificates = state.Certificates.SetItem(server.Fqdn, slots),
                MemberCopies = server.Members.IsEmpty
                    ? state.MemberCopies
                    : state.MemberCopies.SetItem(server.Fqdn, CopiesOf(server, slots, binding)),
            };
        }

        return state;
    }

    /// <summary>Null where they are not told.</summary>
    private CertificateSlots? SlotsOf(Server server, StackResource? binding)
    {
        var slots = new DeclaredSlots(known, server, unknowns);
        var earlier = before?.Certificates.GetValueOrDefault(server.Fqdn) is { } was ? CertificateRules.At(was, server.Product, now) : null;
        if (before is null)
        {
            return slots.Recorded(binding, EndpointOf(server));
        }

        if (binding is { IsPlanned: true })
        {
            return slots.Recorded(binding, EndpointOf(server), earlier) ?? slots.Planned(binding, earlier, now);
        }

        return binding is null && Last(gone, CertificateBindingResource.TypeName, server) is not null && Unbinds(server)
            ? CertificateSlots.Empty
            : earlier ?? slots.Recorded(binding, EndpointOf(server));
    }

    /// <summary>Real servers but Lync always sign with some certificate (domain.md 2.1).</summary>
    private bool Unbinds(Server server) => installation.PowerShell is null || server.Product == ServerProduct.LyncServer;

    /// <summary>The document that tells the most: a server may publish at several URLs.</summary>
    private StackResource? EndpointOf(Server server) => byKind[AuthMetadataEndpointResource.TypeName]
        .Where(entry => entry.Server == server)
        .Select(entry => entry.Resource)
        .MaxBy(endpoint => endpoint.Outputs.Text(DocumentOutputs.Fingerprint)?.Length ?? -1);

    /// <summary>What is bound lies on every member but those that are told to lack it. Where one is staged, it is this that they lack.</summary>
    private static ImmutableArray<CertificateCopy> CopiesOf(Server server, CertificateSlots slots, StackResource? binding)
    {
        var lacking = binding?.Outputs.Texts(CertificateBindingOutputs.MissingOnName) ?? [];
        return
        [
            .. from member in server.Members
               from certificate in slots.All
               where !lacking.Contains(member) || certificate != (slots.Next ?? slots.Current)
               select new CertificateCopy(member, certificate.Thumbprint, true, true),
        ];
    }

    private TrustState WithRecords(TrustState state)
    {
        var records = new DeclaredRecords(installation, known, state, now, unknowns);
        var open = state.Unseen.ToBuilder();
        foreach (var (server, resource) in byKind[PartnerApplicationResource.TypeName])
        {
            if (records.Partner(resource, server) is { } partner)
            {
                state = state with { PartnerApplications = state.PartnerApplications.SetItem((server.Fqdn, partner.Name), partner) };
            }
            else
            {
                open.Add((server.Fqdn, TrustPart.Records));
            }
        }

        foreach (var (server, resource) in byKind[AuthorizationServerResource.TypeName])
        {
            if (records.AuthorizationServer(resource, server) is { } record)
            {
                state = state with { AuthorizationServers = state.AuthorizationServers.SetItem((server.Fqdn, record.Name), record) };
            }
            else
            {
                open.Add((server.Fqdn, TrustPart.Records));
            }
        }

        return state with { Unseen = open.ToImmutable() };
    }

    /// <summary>A server of which the stack declares some records is taken to have no others; of one without, nothing is known.</summary>
    private TrustState WithUnseen(TrustState state)
    {
        var unseen = state.Unseen.ToBuilder();
        foreach (var server in installation.Servers.Values)
        {
            if (!state.Certificates.ContainsKey(server.Fqdn))
            {
                NotSeen(server, TrustPart.Certificates, "what it signs with is not told.");
            }

            if (!Declares(server, PartnerApplicationResource.TypeName, AuthorizationServerResource.TypeName)
                && ProductFeatures.Registrations.Contains(server.Product))
            {
                NotSeen(server, TrustPart.Records, "the stack declares none of its records.");
            }

            if (ProductFeatures.OAuthConfiguration.Contains(server.Product) && !HasSettings(state, server))
            {
                NotSeen(server, TrustPart.Settings, "the stack declares none of its OAuth settings, or does not tell them all.");
            }
        }

        return state with { Unseen = unseen.ToImmutable() };

        void NotSeen(Server server, TrustPart part, string what)
        {
            unseen.Add((server.Fqdn, part));
            unknowns.Add(new StackUnknown(server.Fqdn, $"Of {server.Fqdn}: {what}", part));
        }
    }

    /// <summary>Whether what is declared of the settings is told to the end.</summary>
    private bool HasSettings(TrustState state, Server server) =>
        state.OAuthConfigurations.ContainsKey(server.Fqdn)
        && (Last(byKind, OAuthConfigurationResource.TypeName, server) is not { } resource
            || OAuthConfigurationInputs.Read(resource.Inputs.With(resource.Outputs)) is
            { ExchangeAutodiscoverUrl.IsUnknown: false, Realm.IsUnknown: false });

    private bool Declares(Server server, params ReadOnlySpan<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Last(byKind, kind, server) is not null || Last(gone, kind, server) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<StackCheck> Checks()
    {
        foreach (var (_, resource) in byKind[ConnectivityCheckResource.TypeName])
        {
            var inputs = ConnectivityCheckInputs.Read(resource.Inputs);
            if (inputs is { Server.Value: not null, SipUri.Value: not null })
            {
                var failure = ConnectivityCheckOutputs.Failure(resource.Outputs);
                yield return new StackCheck(
                    PackageTokens.NameOf(resource.Urn),
                    inputs.Request(),
                    ConnectivityCheckOutputs.Succeeded(resource.Outputs),
                    failure?.Step,
                    failure?.Code);
            }
        }
    }

    private static StackResource? Last(ILookup<string, (Server Server, StackResource Resource)> resources, string kind, Server server) =>
        resources[kind].LastOrDefault(entry => entry.Server == server).Resource;
}
