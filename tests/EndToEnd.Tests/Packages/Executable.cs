using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using ELFSharp.ELF;
using ELFSharp.ELF.Sections;
using ELFSharp.MachO;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>What a program's file tells the system that is to start it.</summary>
/// <param name="Platform">What it is for, as Pulumi writes it: OS-ARCH.</param>
/// <param name="Libraries">What the system must find before the program starts.</param>
internal sealed partial record Executable(string Platform, IReadOnlyList<string> Libraries)
{
    /// <summary>The first version of the C library that has all that a program for Linux asks of it; null for others.</summary>
    public Version? CLibrary { get; private init; }

    public static Executable Read(string path)
    {
        using var file = File.OpenRead(path);
        var magic = new byte[4];
        file.ReadExactly(magic);
        file.Position = 0;
        return magic switch
        {
            [0x7F, (byte)'E', (byte)'L', (byte)'F'] => ReadElf(path),
            [(byte)'M', (byte)'Z', ..] => ReadPortable(file),
            [0xCF, 0xFA, 0xED, 0xFE] => ReadMach(file),
            _ => throw new InvalidDataException($"{path} is no program"),
        };
    }

    private static Executable ReadElf(string path)
    {
        using var elf = ELFReader.Load<ulong>(path);
        var names = (IStringTable)elf.GetSection(".dynstr");
        var needed = elf.GetSections<DynamicSection<ulong>>().SelectMany(section => section.Entries)
            .Where(entry => entry.Tag == DynamicTag.Needed).Select(entry => names[(long)entry.Value]);
        return new Executable(
            "linux-" + elf.Machine switch { ELFSharp.ELF.Machine.AMD64 => "amd64", ELFSharp.ELF.Machine.AArch64 => "arm64", var other => $"{other}" },
            [.. needed])
        {
            CLibrary = names.Strings.Select(name => CLibraryVersion().Match(name)).Where(match => match.Success)
                .Select(match => Version.Parse(match.Groups["version"].Value)).Max(),
        };
    }

    private static Executable ReadPortable(Stream file)
    {
        using var portable = new PEReader(file);
        var directory = portable.PEHeaders.PEHeader!.ImportTableDirectory.RelativeVirtualAddress;
        var libraries = new List<string>();
        var descriptors = portable.GetSectionData(directory).GetReader();
        while (true)
        {
            // IMAGE_IMPORT_DESCRIPTOR: the name is the fourth of five numbers; one of nothing ends the table.
            descriptors.Offset += 3 * sizeof(uint);
            if (descriptors.ReadInt32() is not (not 0 and var name))
            {
                return new Executable(
                    "windows-" + portable.PEHeaders.CoffHeader.Machine switch
                    {
                        System.Reflection.PortableExecutable.Machine.Amd64 => "amd64",
                        System.Reflection.PortableExecutable.Machine.Arm64 => "arm64",
                        var other => $"{other}",
                    },
                    libraries);
            }

            descriptors.ReadInt32();
            libraries.Add(TextAt(portable, name));
        }
    }

    private static string TextAt(PEReader portable, int address)
    {
        var bytes = portable.GetSectionData(address).GetReader();
        return Encoding.ASCII.GetString(bytes.ReadBytes(bytes.IndexOf(0)));
    }

    private static Executable ReadMach(Stream file)
    {
        var mach = MachOReader.Load(file, shouldOwnStream: false);
        return new Executable(
            "darwin-" + mach.Machine switch { ELFSharp.MachO.Machine.X86_64 => "amd64", ELFSharp.MachO.Machine.Arm64 => "arm64", var other => $"{other}" },
            [.. mach.GetCommandsOfType<Dylib>().Select(library => library.Name)]);
    }

    [GeneratedRegex(@"^GLIBC_(?<version>\d+\.\d+)(\.\d+)?$")]
    private static partial Regex CLibraryVersion();
}
