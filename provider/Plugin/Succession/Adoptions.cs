using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Succession;

/// <summary>What a creation may find done already. A creation that was interrupted leaves something behind of which Pulumi's engine knows nothing, and
/// creates it once more; where that says the same in everything, and belongs to no other resource, it is the one that is wanted.</summary>
internal static class Adoptions
{
    /// <summary>The names under which it may lie. A name that nobody gave is made up anew for each creation.</summary>
    public static async Task<ImmutableArray<string>> FindAsync(ResourceType type, PropertyMap inputs, Operation operation)
    {
        if (operation.Predecessor is not null || type.IdOf(inputs) is not { } id)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        if (await IsNobodysAsync(type, id, operation))
        {
            names.Add(inputs.Text("name") ?? id);
        }

        await foreach (var name in NamesAlikeAsync(type, inputs, operation))
        {
            if (await IsNobodysAsync(type, Identity.Of(inputs.Text("server")!, name), operation))
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    private static Task<bool> IsNobodysAsync(ResourceType type, string id, Operation operation) =>
        operation.Session.Successions.IsNobodysAsync(operation, type.Name, id);

    private static async IAsyncEnumerable<string> NamesAlikeAsync(ResourceType type, PropertyMap inputs, Operation operation)
    {
        var resource = PackageTokens.NameOf(operation.Urn);
        if (type.AutoNamed is not { } property || !inputs.TryText(property, out var wanted) || !AutoName.IsMadeUpFrom(resource, wanted))
        {
            yield break;
        }

        var server = Fqdns.Normalize(inputs.Text("server")!);
        var stem = AutoName.StemOf(resource);
        await foreach (var record in operation.Engine.Reader.ListPartnerApplicationsAsync(
            server, stem, operation.Progress, operation.CancellationToken))
        {
            if (!record.Name.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                yield break;
            }

            if (record.Name != wanted && AutoName.IsMadeUpFrom(resource, record.Name))
            {
                yield return record.Name;
            }
        }
    }
}
