namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Programs may leave out the module <c>index</c>: <c>package:Name</c> is <c>package:index:Name</c>.</summary>
internal static class Tokens
{
    public static string Complete(string token) => token.Split(':') switch
    {
        [var package, var name] when package != "pulumi" => $"{package}:index:{name}",
        [_, _, _] => token,
        _ => throw new DeploymentException($"'{token}' is no token of the form package:Name or package:module:Name"),
    };
}
