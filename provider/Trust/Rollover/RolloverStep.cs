namespace PartnerTrust.Trust.Rollover;

/// <param name="Action">Stable camel-case name: <c>stage</c>, <c>refreshConsumer</c>, <c>switch</c>, <c>retire</c>.</param>
/// <param name="Server">Fqdn of the server on which it is done.</param>
/// <param name="NotBefore">The earliest safe time.</param>
/// <param name="Detail">What is done and why then.</param>
public sealed record RolloverStep(string Action, string Server, DateTimeOffset NotBefore, string Detail);
