using System.Collections.Immutable;

namespace Pulumi.Tests;

/// <summary>Resource classes in the shape that the official generator gives.</summary>
[ShopResourceType("shop:index:Box")]
public class Box : CustomResource
{
    public Box(string name, BoxArgs? args = null, CustomResourceOptions? options = null)
        : base("shop:index:Box", name, args ?? new BoxArgs(), options)
    {
    }

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int?> Size { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableArray<string>> Tags { get; private set; } = null!;

    [Output("colour")]
    public Output<Colour?> Colour { get; private set; } = null!;

    [Output("seal")]
    public Output<Seal?> Seal { get; private set; } = null!;
}

public sealed class BoxArgs : ResourceArgs
{
    [Input("tags")]
    private InputList<string>? _tags;

    [Input("label")]
    public Input<string>? Label { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("colour")]
    public Input<Colour>? Colour { get; set; }

    [Input("seal")]
    public Input<SealArgs>? Seal { get; set; }

    [Input("weight")]
    public InputUnion<int, string>? Weight { get; set; }

    [Input("settings", json: true)]
    public InputMap<string>? Settings { get; set; }

    [Input("other")]
    public Input<Box>? Other { get; set; }

    public InputList<string> Tags
    {
        get => _tags ??= new InputList<string>();
        set => _tags = value;
    }
}

public sealed class SealArgs : ResourceArgs
{
    [Input("code", required: true)]
    public Input<string> Code { get; set; } = null!;

    [Input("note")]
    public Input<string>? Note { get; set; }
}

[OutputType]
public sealed class Seal
{
    public readonly string Code;
    public readonly string? Note;

    [OutputConstructor]
    private Seal(string code, string? note)
    {
        Code = code;
        Note = note;
    }
}

[EnumType]
public readonly struct Colour : IEquatable<Colour>
{
    private readonly string _value;

    private Colour(string value) => _value = value;

    public static Colour Red { get; } = new("red");

    public static explicit operator string(Colour value) => value._value;

    public static bool operator ==(Colour left, Colour right) => left.Equals(right);

    public static bool operator !=(Colour left, Colour right) => !left.Equals(right);

    public bool Equals(Colour other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Colour other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode() ?? 0;

    public override string ToString() => _value;
}

public class Shelf : ComponentResource
{
    public Shelf(string name, bool remote = false, BoxArgs? args = null, ComponentResourceOptions? options = null)
        : base("shop:index:Shelf", name, args ?? new BoxArgs(), options, remote)
    {
        if (remote)
        {
            return;
        }

        Inside = new Box($"{name}-box", new BoxArgs { Label = "inside" }, new CustomResourceOptions { Parent = this });
        RegisterOutputs(new Dictionary<string, object?> { ["label"] = Inside.Label });
    }

    public Box? Inside { get; }

    [Output("label")]
    public Output<string> Label { get; private set; } = null!;
}

public sealed class ShopResourceTypeAttribute(string type) : ResourceTypeAttribute(type, "1.0.0");
