namespace PartnerTrust.Plugin.Tests.World;

/// <summary>On which engine a test has its servers.</summary>
public enum EngineKind
{
    /// <summary>The embedded one, a store.</summary>
    Embedded,

    /// <summary>One that is no store: it reaches servers that publish by themselves, call by call, and forgets.</summary>
    Remote,

    /// <summary>Real servers, as far as their cmdlets are simulated behind a real PowerShell.</summary>
    PowerShell,
}

/// <summary>What differs from one to another.</summary>
internal static class EngineKinds
{
    /// <summary>Whether certificates can be bound to servers of third parties; where not, they have one already.</summary>
    public static bool BindsTokenServers(this EngineKind kind) => kind != EngineKind.PowerShell;
}
