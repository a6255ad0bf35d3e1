using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>A connectivity check that a stack declares.</summary>
/// <param name="Name">Of the resource.</param>
/// <param name="Request">The call that it makes.</param>
/// <param name="Succeeded">What came of it the last time; null where that is not told, as before the first.</param>
/// <param name="FailedStep">The step at which it failed then; null where it did not.</param>
/// <param name="Code">By which number.</param>
internal sealed record StackCheck(string Name, ConnectivityRequest Request, bool? Succeeded, string? FailedStep, string? Code);
