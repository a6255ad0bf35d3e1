namespace PartnerTrust.Plugin.Framework;

/// <summary>What stays on a server when its resource is let go, for people.</summary>
/// <param name="What">Such as <c>the partner application "Exchange"</c>.</param>
/// <param name="Removal">How it is removed by hand, as a sentence.</param>
public sealed record Remainder(string What, string Removal);
