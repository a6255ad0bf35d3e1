namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>Runs plugins for Linux on another processor, by qemu's user emulation and the C library, OpenSSL among its company, of that
/// processor.</summary>
internal static class Emulation
{
    private const string Emulator = "qemu-aarch64";
    private const string Libraries = "/usr/lib/aarch64-linux-gnu/libssl.so.3";

    private static string Own { get; } =
        (OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : "windows")
        + (System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "-arm64" : "-amd64");

    public static bool Supports(string platform) =>
        platform == Own || (platform == "linux-arm64" && OperatingSystem.IsLinux() && Checkout.IsOnPath(Emulator) && File.Exists(Libraries));

    /// <summary>Puts a program that starts the emulated one in its place, where it cannot be started itself.</summary>
    public static void Prepare(string folder, PackedPlugin plugin)
    {
        if (plugin.Platform == Own || OperatingSystem.IsWindows())
        {
            return;
        }

        var program = Path.Combine(folder, plugin.Program);
        var emulated = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "emulated")).FullName, plugin.Program);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Move(file, Path.Combine(Path.GetDirectoryName(emulated)!, Path.GetFileName(file)));
        }

        WriteStarter(program, Emulator, emulated);
    }

    /// <summary>A program that starts another one by an emulator, with its own arguments.</summary>
    public static void WriteStarter(string program, string emulator, string emulated)
    {
        File.WriteAllText(program, $"#!/bin/sh\nexec '{emulator}' '{emulated}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
