namespace Pulumi;

/// <summary>An input seen without its type.</summary>
internal interface IInput
{
    /// <summary>What is sent: for a list or a map the output of its elements, so that one unknown element leaves the others known.</summary>
    IOutput ToOutput();
}
