using System.Collections.Immutable;
using PartnerTrust.Plugin.StackFiles.Texts;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>Resources of a stack at one time.</summary>
/// <param name="There">Those that there are.</param>
/// <param name="Gone">Those that were deleted on the way to that time.</param>
internal sealed record StackResources(ImmutableArray<StackResource> There, ImmutableArray<StackResource> Gone);
