namespace PartnerTrust.Engines.Embedded.Store.Keys;

internal static class Passphrase
{
    public const string Variable = "PARTNERTRUST_PASSPHRASE";

    /// <summary>Null, and a key file is used, where the variable is unset or empty.</summary>
    public static string? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } passphrase ? passphrase : null;
}
