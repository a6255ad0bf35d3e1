using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>Something that a stack's files do not tell, and that may decide a verdict.</summary>
/// <param name="Server">Fqdn of the server that it is about; empty where it is about none alone.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Part">Of what that server keeps, the part of which nothing is told; null where it is about a single thing.</param>
internal sealed record StackUnknown(string Server, string Text, TrustPart? Part = null);
