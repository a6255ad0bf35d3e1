using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.ConnectivityChecks;

/// <summary>What a program says of a connectivity check.</summary>
internal sealed record ConnectivityCheckInputs(
    Input<string> Server,
    Input<string> Target,
    Input<string> SipUri,
    Input<StorageFolder?> Folder,
    Input<bool?> DeleteItem,
    Input<ConnectivityMethod?> Method,
    Input<string> Binding,
    Input<string> HostNameStorageService,
    Input<string> OnFailure)
{
    private const string TargetName = "target";
    private const string MethodName = "method";

    /// <summary>Of which the trust itself knows nothing.</summary>
    public static readonly string[] BesideTheTrust = ["triggers", "onFailure", "deleteItem", "binding"];

    /// <summary>Whether a failure is told, and leaves the resource as it should be.</summary>
    public bool OnlyWarns => OnFailure.Value == "warn";

    public bool IsOverNetTcp => Binding.Value == "NetTCP";

    public static ConnectivityCheckInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new ConnectivityCheckInputs(
            reader.Text("server"),
            reader.Text(TargetName),
            reader.Text("sipUri"),
            reader.Choice<StorageFolder>("folder"),
            reader.Flag("deleteItem"),
            reader.Choice<ConnectivityMethod>(MethodName),
            reader.Text("binding"),
            reader.Text("hostNameStorageService"),
            reader.Text("onFailure"));
    }

    /// <summary>The inputs of a check of which nothing is known but who calls: a storage check.</summary>
    public static PropertyMap Write(Server server, Mailbox mailbox) => PropertyMap.Of(("server", server.Fqdn), ("sipUri", mailbox.SipUri));

    /// <summary>The same as a probe of that server.</summary>
    public static PropertyMap WithProbe(PropertyMap inputs, Server? target) => inputs.Set(MethodName, "probe").SetIf(TargetName, target?.Fqdn);

    /// <summary>The call, of inputs that are all known.</summary>
    public ConnectivityRequest Request() => new(
        Fqdns.Normalize(Server.Value!),
        Target.Value is { } target ? Fqdns.Normalize(target) : null,
        SipUris.Normalize(SipUri.Value!),
        Folder.Value ?? StorageFolder.ConversationHistory,
        DeleteItem.Value ?? true,
        Method.Value ?? ConnectivityMethod.Storage,
        Binding.Value,
        HostNameStorageService.Value);
}
