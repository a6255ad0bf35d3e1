namespace Pulumi;

/// <summary>A union seen without its types.</summary>
internal interface IUnion
{
    object? Value { get; }
}

/// <summary>A value of one of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly int index;
    private readonly T0 first;
    private readonly T1 second;

    private Union(int index, T0 first, T1 second) => (this.index, this.first, this.second) = (index, first, second);

    public object? Value => IsT0 ? first : second;

    public bool IsT0 => index == 0;

    public bool IsT1 => index == 1;

    public T0 AsT0 => IsT0 ? first : throw new InvalidOperationException($"The union holds a {typeof(T1).Name}.");

    public T1 AsT1 => IsT1 ? second : throw new InvalidOperationException($"The union holds a {typeof(T0).Name}.");

    public static Union<T0, T1> FromT0(T0 input) => new(0, input, default!);

    public static Union<T0, T1> FromT1(T1 input) => new(1, default!, input);

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT0)
        {
            f0(first);
        }
        else
        {
            f1(second);
        }
    }

    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT0 ? f0(first) : f1(second);

    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => Match<Union<TResult, T1>>(value => mapFunc(value), value => value);

    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => Match<Union<T0, TResult>>(value => value, value => mapFunc(value));

    public bool Equals(Union<T0, T1> other) => index == other.index && Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(index, Value);

    public override string ToString() => $"{Value}";
}
