using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Makes the installation out of checked settings, with each product's own defaults.</summary>
/// <param name="faults">What is wrong with the settings.</param>
/// <param name="emptyLists">Where they have a list of nothing, which is left out of them.</param>
internal sealed class InstallationReader(ICollection<Fault> faults, IEnumerable<PropertyPath> emptyLists)
{
    private const string DirectorySetting = "dataDirectory";

    private bool serversAreKnown;

    public Installation Read(PropertyMap settings)
    {
        var engine = ReadEngine(settings);
        if (settings.TryText(DirectorySetting, out var directory) && directory.Any(char.IsControl))
        {
            faults.Add(FaultCatalogue.PathInvalid(DirectorySetting, directory));
        }

        serversAreKnown = settings.TryGetValue(ServerReader.Setting, out var list) && !list.ContainsUnknown();
        var servers = new ServerReader(faults, UserDomains.In(settings)).Read(settings);
        return new Installation(
            engine,
            servers,
            ReadMailboxes(settings, servers),
            ReadDirectory(settings),
            ProofSetting.Read(settings, faults))
        {
            ProtectsLastDirection = settings.Flag("protectLastDirection") ?? false,
            PowerShell = engine == EngineNames.PowerShell ? new PowerShellReader(faults, emptyLists).Read(settings, servers) : null,
        };
    }

    private string ReadEngine(PropertyMap settings)
    {
        var engine = settings.Text(EngineNames.Setting) ?? EngineNames.Embedded;
        if (!EngineNames.All.Contains(engine))
        {
            faults.Add(FaultCatalogue.ChoiceUnknown(EngineNames.Setting, engine, Suggestion.For(engine, EngineNames.All), "\"embedded\" or \"powerShell\""));
        }
        else if (engine != EngineNames.Embedded)
        {
            Remark(settings.Has(DirectorySetting) ? [PropertyPath.Root.Then(DirectorySetting)] : [], EngineNames.Embedded);
        }
        else if (!settings.Has(EngineNames.Setting) || settings.Text(EngineNames.Setting) is not null)
        {
            Remark(PowerShellReader.Given(settings), EngineNames.PowerShell);
        }

        return engine;

        void Remark(IEnumerable<PropertyPath> given, string only)
        {
            foreach (var path in given)
            {
                faults.Add(FaultCatalogue.SettingOfOtherEngine(path.ToString(), engine, only));
            }
        }
    }

    /// <summary>Nothing at all stands for the default.</summary>
    private string? ReadDirectory(PropertyMap settings)
    {
        if (settings.Text(DirectorySetting) is not { Length: > 0 } directory || !Blanks.Are(directory))
        {
            return settings.Text(DirectorySetting);
        }

        faults.Add(FaultCatalogue.TextBlank(DirectorySetting));
        return null;
    }

    private ImmutableArray<Mailbox> ReadMailboxes(PropertyMap settings, ImmutableSortedDictionary<string, Server> servers)
    {
        var mailboxes = ImmutableArray.CreateBuilder<Mailbox>();
        foreach (var (path, entry) in Entries(settings, "mailboxes"))
        {
            if (ReadMailbox(entry, path, servers) is not { } mailbox)
            {
                continue;
            }

            if (mailboxes.Any(other => other.SipUri == mailbox.SipUri))
            {
                faults.Add(FaultCatalogue.ConfiguredTwice(path.Then("sipUri").ToString(), mailbox.SipUri));
            }

            mailboxes.Add(mailbox);
        }

        return mailboxes.ToImmutable();
    }

    private Mailbox? ReadMailbox(PropertyMap entry, PropertyPath path, ImmutableSortedDictionary<string, Server> servers)
    {
        if (!entry.TryText("sipUri", out var sipUri) || !entry.TryText("smtpAddress", out var smtp) || !entry.TryText("server", out var server))
        {
            return null;
        }

        if (!SipUris.IsValid(sipUri))
        {
            faults.Add(FaultCatalogue.SipUriInvalid(path.Then("sipUri").ToString(), sipUri));
        }

        if (!SmtpAddresses.IsValid(smtp))
        {
            faults.Add(FaultCatalogue.SmtpAddressInvalid(path.Then("smtpAddress").ToString(), smtp));
        }

        var keeper = Installation.Find(servers, server);
        if (serversAreKnown && keeper is not { Product: ServerProduct.ExchangeServer })
        {
            faults.Add(FaultCatalogue.MailboxServerWrong(path.Then("server").ToString(), server));
        }

        return new Mailbox(SipUris.Normalize(sipUri), smtp, keeper?.Fqdn ?? Fqdns.Normalize(server), entry.Flag("archiveEnabled") ?? false);
    }

    internal static IEnumerable<(PropertyPath Path, PropertyMap Entry)> Entries(PropertyMap settings, string name) =>
        from entry in settings.TryGetValue(name, out var list) && list.Unwrap() is ListValue { Items: var items } ? items.Index() : []
        where entry.Item.Unwrap() is PropertyMap
        select (PropertyPath.Root.Then(name).Then(entry.Index), (PropertyMap)entry.Item.Unwrap());
}
