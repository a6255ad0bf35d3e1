namespace Pulumi;

/// <summary>A value or an output of one, as a resource takes it.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? output;

    private protected Input()
    {
    }

    private Input(Output<T> output) => this.output = output;

    private protected virtual Output<T> Current => output!;

    private protected virtual IOutput Wire => Current;

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.Current;

    IOutput IInput.ToOutput() => Wire;
}
