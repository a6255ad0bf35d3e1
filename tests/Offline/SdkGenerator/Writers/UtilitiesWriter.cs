using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>What the generated classes share: environment, versions and defaults of calls.</summary>
internal static class UtilitiesWriter
{
    public static string Write(PackageSchema schema)
    {
        var code = CodeWriter.File();
        code.Block($"namespace {schema.RootNamespace}", space =>
        {
            space.Block("static class Utilities", body =>
            {
                body.Lines(Environment).Line();
                body.Line("[global::System.Obsolete(\"Please use WithDefaults instead\")]");
                WriteDefaults(body, "WithVersion", "InvokeOptions", downloadUrl: "");
                WriteDefaults(body, "WithDefaults", "InvokeOptions", schema.PluginDownloadUrl);
                WriteDefaults(body, "WithDefaults", "InvokeOutputOptions", schema.PluginDownloadUrl);
                body.Lines(Version.Replace("NAMESPACE", schema.RootNamespace, StringComparison.Ordinal));
            });
            space.Line().Lines($$"""
                internal sealed class {{schema.Namespace}}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
                {
                    public {{schema.Namespace}}ResourceTypeAttribute(string type) : base(type, Utilities.Version)
                    {
                    }
                }
                """);
        });
        return code.ToString();
    }

    private static void WriteDefaults(CodeWriter code, string method, string options, string downloadUrl)
    {
        code.Block($"public static global::Pulumi.{options} {method}(this global::Pulumi.{options}? src)", body =>
        {
            body.Line($"var dst = src ?? new global::Pulumi.{options}();").Line("dst.Version = src?.Version ?? Version;");
            if (downloadUrl.Length > 0)
            {
                body.Line($"dst.PluginDownloadURL = src?.PluginDownloadURL ?? \"{downloadUrl}\";");
            }

            body.Line("return dst;");
        }).Line();
    }

    private const string Environment = """
        private static readonly string[] TrueValues = { "1", "t", "T", "true", "TRUE", "True" };
        private static readonly string[] FalseValues = { "0", "f", "F", "false", "FALSE", "False" };

        public static string? GetEnv(params string[] names)
        {
            foreach (var name in names)
            {
                var value = global::System.Environment.GetEnvironmentVariable(name);
                if (value != null)
                {
                    return value;
                }
            }

            return null;
        }

        public static bool? GetEnvBoolean(params string[] names)
        {
            var text = GetEnv(names);
            if (global::System.Array.IndexOf(TrueValues, text) >= 0)
            {
                return true;
            }

            return global::System.Array.IndexOf(FalseValues, text) >= 0 ? false : null;
        }

        public static int? GetEnvInt32(params string[] names) => int.TryParse(GetEnv(names), out var value) ? value : null;

        public static double? GetEnvDouble(params string[] names) => double.TryParse(GetEnv(names), out var value) ? value : null;
        """;

    private const string Version = """
        public static string Version { get; } = ReadVersion();

        private static string ReadVersion()
        {
            var assembly = typeof(Utilities).Assembly;
            using var stream = assembly.GetManifestResourceStream("NAMESPACE.version.txt");
            using var reader = new global::System.IO.StreamReader(stream ?? throw new global::System.NotSupportedException("Missing embedded version.txt file"));
            var lines = reader.ReadToEnd().Trim().Split('\n');
            // With two lines the first one names the provider.
            return lines[lines.Length - 1].Trim();
        }
        """;
}
