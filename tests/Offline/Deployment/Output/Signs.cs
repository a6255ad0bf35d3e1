using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Output;

/// <summary>The signs and words that Pulumi's users know.</summary>
internal static class Signs
{
    public static string Of(StepOperation operation) => operation switch
    {
        StepOperation.Create => "+ ",
        StepOperation.Update or StepOperation.Refresh => "~ ",
        StepOperation.Delete => "- ",
        StepOperation.Replace or StepOperation.CreateReplacement => "+-",
        StepOperation.DeleteReplaced => "--",
        StepOperation.Read => "> ",
        StepOperation.ReadReplacement => ">-",
        StepOperation.Import => "= ",
        StepOperation.ImportReplacement => "=-",
        _ => "  ",
    };

    public static string Of(PropertyChange change) => (change.IsAdd ? "+" : change.IsDelete ? "-" : "~") + (change.IsReplacement ? "±" : " ");

    public static string Plan(StepOperation operation) => operation switch
    {
        StepOperation.Same => "",
        StepOperation.Replace or StepOperation.CreateReplacement or StepOperation.DeleteReplaced => "replace",
        StepOperation.ReadReplacement => "read",
        StepOperation.ImportReplacement => "import",
        _ => Lower(operation),
    };

    public static string Done(StepOperation operation) => operation switch
    {
        StepOperation.Same => "",
        StepOperation.Create => "created",
        StepOperation.Update => "updated",
        StepOperation.Delete => "deleted",
        StepOperation.Replace or StepOperation.CreateReplacement => "replaced",
        StepOperation.DeleteReplaced => "deleted the original",
        StepOperation.Refresh => "refreshed",
        StepOperation.Import or StepOperation.ImportReplacement => "imported",
        _ => "read",
    };

#pragma warning disable CA1308 // These are words to read, not keys to compare.
    private static string Lower(StepOperation operation) => operation.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
