using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>What an engine knows a resource by.</summary>
/// <param name="Type">Last part of the token.</param>
/// <param name="Name">In the program.</param>
/// <param name="Parent">The component that registers it; null for the program itself.</param>
internal sealed record TruthIdentity(string Type, string Name, string? Parent = null)
{
    public const string Component = "TwoWayTrust";

    /// <summary>Unique in a stack, and for people. The children of a component share names.</summary>
    public string Key => Parent is null ? Name : $"{Parent}/{Type}/{Name}";

    public string Urn => $"urn:pulumi:dev::trust::{Parents}{PackageTokens.Of(Type)}::{Name}";

    private string Parents => Parent is null ? "" : $"{PackageTokens.Of(Component)}$";
}
