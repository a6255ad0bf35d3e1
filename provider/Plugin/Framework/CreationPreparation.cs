using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Finds out what a creation will find: what it takes the place of, and what may be done already. A creation that was interrupted leaves
/// something behind of which Pulumi's engine knows nothing, and creates it once more; where that says the same in everything, and belongs to no
/// other resource, it is the one that is wanted.</summary>
internal sealed class CreationPreparation(ProgramRun run)
{
    /// <param name="type">What is to be created.</param>
    /// <param name="inputs">Its inputs, all of them known that the id is made of.</param>
    /// <param name="operation">On the real engine, or on a copy of the trust.</param>
    public async Task<ResourceCreation> PrepareAsync(ResourceType type, PropertyMap inputs, Operation operation)
    {
        var engine = await run.Session.OpenEngineAsync(operation.CancellationToken);
        if (await run.Predecessors.FindAsync(engine, type.Name, operation.Urn, operation.CancellationToken) is { } predecessor)
        {
            return new ResourceCreation(inputs) { Predecessor = predecessor };
        }

        return new ResourceCreation(inputs) { Adoptable = await FindAdoptableAsync(type, inputs, engine, operation) };
    }

    /// <summary>The names under which it may lie. A name that nobody gave is made up anew for each creation.</summary>
    private async Task<ImmutableArray<string>> FindAdoptableAsync(ResourceType type, PropertyMap inputs, ITrustEngine engine, Operation operation)
    {
        if (type.IdOf(inputs) is not { } id)
        {
            return [];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        if (await IsNobodysAsync(type, id, engine, operation))
        {
            names.Add(inputs.Text(Identity.Name) ?? id);
        }

        await foreach (var name in NamesAlikeAsync(type, inputs, operation))
        {
            if (await IsNobodysAsync(type, Identity.Of(inputs.Text(Identity.Server)!, name), engine, operation))
            {
                names.Add(name);
            }
        }

        return names.ToImmutable();
    }

    private Task<bool> IsNobodysAsync(ResourceType type, string id, ITrustEngine engine, Operation operation) =>
        run.Successions.IsNobodysAsync(engine, type.Name, id, operation.CancellationToken);

    private static async IAsyncEnumerable<string> NamesAlikeAsync(ResourceType type, PropertyMap inputs, Operation operation)
    {
        var resource = PackageTokens.NameOf(operation.Urn);
        if (type.AutoNamed is not { } property || !inputs.TryText(property, out var wanted) || !AutoName.IsMadeUpFrom(resource, wanted))
        {
            yield break;
        }

        var server = Identity.OfServer(inputs.Text(Identity.Server)!);
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
