using Wire = PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>An identity that a resource used to have; what is left out is as it is now.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    internal async Task<Wire.Alias> ToWireAsync()
    {
        if (Urn is not null)
        {
            return new Wire.Alias { Urn = Urn };
        }

        var spec = new Wire.Alias.Types.Spec
        {
            Name = await TextAsync(Name),
            Type = await TextAsync(Type),
            Stack = await TextAsync(Stack),
            Project = await TextAsync(Project),
        };
        if (NoParent)
        {
            spec.NoParent = true;
        }
        else if (Parent is not null)
        {
            spec.ParentUrn = await TextAsync(Parent.Urn);
        }
        else if (ParentUrn is not null)
        {
            spec.ParentUrn = await TextAsync(ParentUrn);
        }

        return new Wire.Alias { Spec = spec };
    }

    private static Task<string> TextAsync(Input<string>? input) =>
        input is null ? Task.FromResult("") : input.ToOutput().GetValueAsync(whenUnknown: "");
}
