using System.Collections.Concurrent;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>The generated modules of one release; made once a process, and used by all its servers.</summary>
internal sealed class SharedModules
{
    private static readonly Lazy<ProductCmdlets> Documented = new(() => new ProductCmdlets(ReferencePages.Read()));
    private static readonly Lazy<string> Root = new(MakeRoot);
    private static readonly ConcurrentDictionary<Edition, Lazy<SharedModules>> ByEdition = new();

    private SharedModules(Edition edition)
    {
        var folder = new ModuleFolder(Root.Value, Cmdlets);
        folder.Write(edition);
        (Path, Overlay, InstallPath) = (folder.Path(edition), folder.Overlay(edition), folder.InstallPath(edition));
    }

    public static ProductCmdlets Cmdlets => Documented.Value;

    public string Path { get; }

    public string Overlay { get; }

    public string InstallPath { get; }

    public static SharedModules Of(Edition edition) =>
        ByEdition.GetOrAdd(edition, made => new Lazy<SharedModules>(() => new SharedModules(made))).Value;

    private static string MakeRoot()
    {
        var root = new TemporaryDirectory();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Dispose();
        return root.Path;
    }
}
