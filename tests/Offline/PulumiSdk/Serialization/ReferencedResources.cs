namespace Pulumi.Serialization;

/// <summary>Depending on a local component means depending on all that is inside it.</summary>
internal static class ReferencedResources
{
    public static HashSet<Resource> Expand(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        var open = new Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (!reached.Add(resource) || resource is not ComponentResource)
            {
                continue;
            }

            lock (resource.Children)
            {
                foreach (var child in resource.Children)
                {
                    open.Push(child);
                }
            }
        }

        reached.RemoveWhere(resource => resource is not CustomResource && !resource.IsRemote);
        return reached;
    }

    public static async Task<HashSet<string>> UrnsAsync(IEnumerable<Resource> resources)
    {
        var urns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in Expand(resources))
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "");
            if (urn.Length > 0)
            {
                urns.Add(urn);
            }
        }

        return urns;
    }
}
