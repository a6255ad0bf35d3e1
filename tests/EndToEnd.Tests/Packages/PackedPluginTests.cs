using System.Text;
using PartnerTrust.Packing;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>What <c>make package</c> makes, looked into: every archive holds what its name says, for a machine that has nothing else of
/// ours.</summary>
[Trait("Package", "Plugin")]
public sealed class PackedPluginTests
{
    /// <summary>Bytes of an archive: whoever puts the runtime into it untrimmed needs 50 million.</summary>
    private const long Largest = 32_000_000;

    /// <summary>Debian 12, Ubuntu 22.04, RHEL 9 and whatever is newer have it.</summary>
    private static readonly Version CLibrary = new(2, 34);

    /// <summary>What every machine has, by the beginning of the platform's name.</summary>
    private static readonly (string Platform, string[] Libraries)[] OfTheSystem =
    [
        ("linux-", ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2", "libgcc_s.so.1"]),
        ("windows-", ["kernel32.dll", "advapi32.dll", "ole32.dll", "oleaut32.dll", "user32.dll", "shell32.dll", "ws2_32.dll", "bcrypt.dll", "ntdll.dll", "version.dll", "api-ms-win-"]),
        ("darwin-", ["/usr/lib/", "/System/Library/Frameworks/"]),
    ];

    public static TheoryData<PackedPlugin> Plugins => [.. PackedPlugin.All];

    [SkippableTheory]
    [MemberData(nameof(Plugins), DisableDiscoveryEnumeration = true)]
    public async Task An_archive_holds_a_program_for_its_platform_and_needs_nothing_that_is_not_there(PackedPlugin plugin)
    {
        using var folder = new TemporaryDirectory();
        await plugin.UnpackAsync(folder.Path);
        var program = Executable.Read(folder.Combine(plugin.Program));

        Assert.Equal(plugin.Platform, program.Platform);
        var known = OfTheSystem.Single(system => plugin.Platform.StartsWith(system.Platform, StringComparison.Ordinal)).Libraries;
        Assert.All(program.Libraries, library => Assert.Contains(known, name => library.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        Assert.True(program.CLibrary is null || program.CLibrary <= CLibrary, $"needs glibc {program.CLibrary}");
        Assert.InRange(new FileInfo(plugin.File).Length, 1_000_000, Largest);
    }

    /// <summary>The database's library is in the program where that is one file with the runtime in it, beside it where it is a native one; and
    /// nothing else lies there that would have to be kept together.</summary>
    [SkippableTheory]
    [MemberData(nameof(Plugins), DisableDiscoveryEnumeration = true)]
    public async Task An_archive_holds_all_that_runs_and_whose_work_it_is(PackedPlugin plugin)
    {
        using var folder = new TemporaryDirectory();
        await plugin.UnpackAsync(folder.Path);
        var files = Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        var database = plugin.Platform.Split('-')[0] switch { "windows" => "e_sqlite3.dll", "darwin" => "libe_sqlite3.dylib", _ => "libe_sqlite3.so" };

        var program = await File.ReadAllBytesAsync(folder.Combine(plugin.Program));
        // As the list of its contents has it: the length before the name.
        var isInside = program.AsSpan().IndexOf([(byte)database.Length, .. Encoding.ASCII.GetBytes(database)]) >= 0;
        Assert.NotEqual(isInside, files.Contains(database));
        Assert.Equal(
            ["LICENSE", .. plugin.Bill is null ? Array.Empty<string>() : ["THIRD-PARTY-NOTICES.txt"], .. isInside ? Array.Empty<string>() : [database], plugin.Program],
            files);
        Assert.True(isInside || Executable.Read(folder.Combine(database)).Platform == plugin.Platform, "the database's library is for another platform");
    }

    [SkippableTheory]
    [MemberData(nameof(Plugins), DisableDiscoveryEnumeration = true)]
    public async Task A_program_for_macOS_carries_a_signature_that_holds(PackedPlugin plugin)
    {
        plugin.Require();
        Skip.IfNot(plugin.Platform.StartsWith("darwin-", StringComparison.Ordinal), "macOS alone asks for one.");
        using var folder = new TemporaryDirectory();
        await plugin.UnpackAsync(folder.Path);

        var program = await File.ReadAllBytesAsync(folder.Combine(plugin.Program));
        Assert.Null(CodeSignature.FaultOf(program));
        program[program.Length / 2] ^= 1;
        Assert.NotNull(CodeSignature.FaultOf(program));
    }

    /// <summary>The packages that the plugin's sources name, the native library of the database, and the runtime itself.</summary>
    [SkippableTheory]
    [MemberData(nameof(Plugins), DisableDiscoveryEnumeration = true)]
    public void The_bill_of_materials_names_what_is_in_the_archive(PackedPlugin plugin)
    {
        plugin.Require();
        Skip.If(plugin.Bill is null, "The feed has no tool that writes one.");
        var components = plugin.Bill!["components"]!.Select(component => (string)component["name"]!).ToList();

        Assert.Contains("Newtonsoft.Json", components);
        Assert.Contains("SourceGear.sqlite3", components);
        Assert.Contains("System.IdentityModel.Tokens.Jwt", components);
        Assert.Contains(components, name => name.StartsWith("Microsoft.NETCore.App.Runtime.", StringComparison.Ordinal));
        Assert.DoesNotContain(components, name => name.StartsWith("xunit", StringComparison.Ordinal));
        Assert.Equal(plugin.Version, (string?)plugin.Bill["metadata"]!["component"]!["version"]);
    }

    [SkippableFact]
    public async Task The_sums_are_those_of_the_files()
    {
        PackedPlugin.All[0].Require();
        var file = Path.Combine(PackedPlugin.Folder, "SHA256SUMS");

        Assert.Equal(await Sums.OfAsync(PackedPlugin.Folder, except: file), await File.ReadAllTextAsync(file));
    }

    /// <summary>The plugin as it is unpacked, through the life of an example; under an emulator where it is for another processor.</summary>
    [SkippableTheory]
    [MemberData(nameof(Plugins), DisableDiscoveryEnumeration = true)]
    public async Task A_plugin_for_this_system_starts_and_serves_a_whole_life(PackedPlugin plugin)
    {
        plugin.Require();
        Skip.IfNot(Emulation.Supports(plugin.Platform), $"Neither this machine nor an emulator on it runs {plugin.Platform}.");
        using var folder = new TemporaryDirectory();
        await plugin.UnpackAsync(folder.Path);
        Emulation.Prepare(folder.Path, plugin);

        var (code, version) = await Tool.RunAsync(folder.Combine(plugin.Program), ["--version"], folder.Path);
        Assert.Equal((0, plugin.Version), (code, version.Trim()));

        using var checkout = new ExampleCheckout(folder.Path);
        var example = Example.All.Single(example => example.Folder == "two-way-trust");
        Assert.NotEmpty((await checkout.ExpectAsync(checkout.Host(example.Folder).PreviewAsync())).Changes);
        await checkout.ExpectAsync(checkout.Host(example.Folder).UpAsync());
        Assert.Empty((await checkout.ExpectAsync(checkout.Host(example.Folder).RefreshAsync())).Changes);
        await checkout.ExpectAsync(checkout.Host(example.Folder).DestroyAsync());
        await EmulatedServers.AssertEmptyAsync(checkout.Data(example.Folder));
    }
}
