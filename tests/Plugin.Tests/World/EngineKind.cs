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
