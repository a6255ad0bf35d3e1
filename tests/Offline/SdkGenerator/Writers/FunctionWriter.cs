using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>A function as a static class, with plain and with output arguments.</summary>
internal static class FunctionWriter
{
    public static string ClassName(FunctionSchema function) => Names.Pascal(function.Name);

    public static string Write(PackageSchema schema, TypeNames names, FunctionSchema function)
    {
        if (function.Inputs.IsEmpty || function.Outputs.IsEmpty)
        {
            throw new NotSupportedException($"{function.Token}: functions without arguments or without results are not generated.");
        }

        var name = ClassName(function);
        var code = CodeWriter.File(FileUsings.Of(schema));
        code.Block($"namespace {schema.RootNamespace}", space =>
        {
            if (function.DeprecationMessage is { } deprecation)
            {
                space.Line($"[Obsolete(@\"{deprecation}\")]");
            }

            space.Block($"public static class {name}", body => WriteMethods(body, function, name)).Line().Line();
            ArgsWriter.WritePlain(space, schema, names, $"{name}Args", function.Inputs);
            ArgsWriter.Write(space.Line(), schema, names, $"{name}InvokeArgs", "InvokeArgs", function.Inputs);
            OutputClass.Write(space.Line().Line(), names, $"{name}Result", "", function.Outputs);
        });
        return code.ToString();
    }

    private static void WriteMethods(CodeWriter code, FunctionSchema function, string name)
    {
        var optional = function.Inputs.All(property => !property.IsRequired) ? "? args = null" : " args";
        WriteMethod($"Task<{name}Result> InvokeAsync({name}Args{optional}, InvokeOptions? options = null)", "InvokeAsync", "Args");
        code.Line();
        WriteMethod($"Output<{name}Result> Invoke({name}InvokeArgs{optional}, InvokeOptions? options = null)", "Invoke", "InvokeArgs");
        code.Line();
        WriteMethod($"Output<{name}Result> Invoke({name}InvokeArgs args, InvokeOutputOptions options)", "Invoke", "InvokeArgs");

        void WriteMethod(string signature, string call, string args) => code
            .Documented(function.Description)
            .Line($"public static {signature}")
            .Line($"    => global::Pulumi.Deployment.Instance.{call}<{name}Result>(\"{function.Token}\", args ?? new {name}{args}(), options.WithDefaults());");
    }
}
