namespace VerifyTests;

internal sealed class VerifyException(string message) : Exception(message)
{
    /// <summary>None: only the files' names and contents help.</summary>
    public override string StackTrace => "";
}
