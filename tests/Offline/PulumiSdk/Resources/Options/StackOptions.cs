namespace Pulumi;

/// <summary>Options of a stack; none of them is used here.</summary>
public class StackOptions;
