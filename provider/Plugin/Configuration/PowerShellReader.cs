using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Reads what only the engine of real servers has.</summary>
/// <param name="faults">What is wrong with it.</param>
/// <param name="emptyLists">Where the settings have a list of nothing.</param>
internal sealed class PowerShellReader(ICollection<Fault> faults, IEnumerable<PropertyPath> emptyLists)
{
    private const string Shell = "shell";
    private const string Session = "session";
    private const string Modules = "modules";
    private const string TranscriptName = "transcript";
    private const string TimeoutsName = "timeouts";

    /// <summary>Where any of it is set.</summary>
    public static IEnumerable<PropertyPath> Given(PropertyMap settings) =>
        new[] { Shell, TranscriptName, TimeoutsName }.Where(settings.Has).Select(PropertyPath.Root.Then)
            .Concat(InstallationReader.Entries(settings, ServerReader.Setting).SelectMany(server => GivenOf(server.Path, server.Entry)));

    public PowerShellSettings Read(PropertyMap settings, IReadOnlyDictionary<string, Server> servers)
    {
        foreach (var path in emptyLists.Where(path => path.Segments is [.., PathSegment.Key { Name: Shell }]))
        {
            faults.Add(FaultCatalogue.ShellMissing(path.ToString()));
        }

        var usual = ReadCommandLine(settings, PropertyPath.Root) ?? ServerShell.UsualCommandLine;
        var shells = ImmutableSortedDictionary.CreateBuilder<string, ServerShell>(StringComparer.Ordinal);
        foreach (var (path, entry) in InstallationReader.Entries(settings, ServerReader.Setting))
        {
            if (entry.TryText("fqdn", out var name) && servers.TryGetValue(Fqdns.Normalize(name), out var server)
                && ReadShell(entry, path, server.Product, usual) is { } shell)
            {
                shells[server.Fqdn] = shell;
            }
        }

        return new PowerShellSettings(shells.ToImmutable(), ReadTimeouts(settings), ReadTranscript(settings));
    }

    private static IEnumerable<PropertyPath> GivenOf(PropertyPath path, PropertyMap server) =>
        new[] { Shell, Session, Modules }.Where(server.Has).Select(path.Then);

    private ServerShell? ReadShell(PropertyMap entry, PropertyPath path, ServerProduct product, ImmutableArray<string> usual)
    {
        if (!SessionLayers.HasShell(product))
        {
            foreach (var given in GivenOf(path, entry))
            {
                faults.Add(FaultCatalogue.ShellUnsupported(given.ToString(), product));
            }

            return null;
        }

        return new ServerShell(ReadCommandLine(entry, path) ?? usual, ReadLayer(entry, path, product), ReadModules(entry, path.Then(Modules)));
    }

    private ImmutableArray<string>? ReadCommandLine(PropertyMap map, PropertyPath path)
    {
        var given = map.Texts(Shell);
        foreach (var fault in given is { } commandLine ? CommandLineRules.Check(path.Then(Shell).ToString(), commandLine) : [])
        {
            faults.Add(fault);
        }

        return given;
    }

    private SessionLayer ReadLayer(PropertyMap entry, PropertyPath path, ServerProduct product)
    {
        if (!Enum.TryParse<SessionLayer>(entry.Text(Session), ignoreCase: true, out var layer))
        {
            return SessionLayers.Usual(product);
        }

        if (!SessionLayers.Has(product, layer))
        {
            faults.Add(FaultCatalogue.SessionUnsupported(
                path.Then(Session).ToString(), product, entry.Text(Session)!, SettingOf(SessionLayers.Usual(product))));
        }

        return layer;
    }

    private ImmutableArray<string> ReadModules(PropertyMap entry, PropertyPath path)
    {
        var modules = entry.Texts(Modules) ?? [];
        foreach (var (index, module) in modules.Index())
        {
            CheckPath(path.Then(index), module);
        }

        return modules;
    }

    private Timeouts ReadTimeouts(PropertyMap settings)
    {
        var given = settings.Map(TimeoutsName) ?? PropertyMap.Empty;
        var usual = Timeouts.Usual;
        return new Timeouts(
            Of("open", usual.Open), Of("read", usual.Read), Of("write", usual.Write), Of("test", usual.Test), Of("restart", usual.Restart));

        TimeSpan Of(string name, TimeSpan otherwise)
        {
            if (given.Whole(name) is not { } seconds)
            {
                return otherwise;
            }

            if (seconds is < Timeouts.LeastSeconds or > Timeouts.MostSeconds)
            {
                faults.Add(FaultCatalogue.OutOfRange(
                    PropertyPath.Root.Then(TimeoutsName).Then(name).ToString(), seconds, Timeouts.LeastSeconds, Timeouts.MostSeconds));
            }

            return TimeSpan.FromSeconds(seconds);
        }
    }

    private string? ReadTranscript(PropertyMap settings)
    {
        if (settings.Text(TranscriptName) is { } path)
        {
            return CheckPath(PropertyPath.Root.Then(TranscriptName), path) ? path : null;
        }

        return null;
    }

    private bool CheckPath(PropertyPath property, string path)
    {
        Fault? fault = Blanks.Are(path) ? FaultCatalogue.TextBlank(property.ToString())
            : path.Any(char.IsControl) ? FaultCatalogue.PathInvalid(property.ToString(), path)
            : null;
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return fault is null;
    }

    private static string SettingOf(SessionLayer layer) => layer.ToString().ToLowerInvariant();
}
