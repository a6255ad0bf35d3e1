using System.Text;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>A console that speaks UTF-8. On Windows it has a code page, mostly an old one, which lacks half of what names and texts are made of; and
/// what goes into a file or to another program is UTF-8 there too, as pages and JSON promise. The code page is put back.</summary>
internal sealed class Utf8Console : IDisposable
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Encoding? before;

#pragma warning disable RS0030 // The other place that has a console.
    public Utf8Console()
    {
        Output = Console.Out;
        Errors = Console.Error;
        if (!OperatingSystem.IsWindows())
        {
            return;
        }

        if (Console.IsOutputRedirected)
        {
            Output = Writer(Console.OpenStandardOutput());
        }

        if (Console.IsErrorRedirected)
        {
            Errors = Writer(Console.OpenStandardError());
        }

        if (!Console.IsOutputRedirected || !Console.IsErrorRedirected)
        {
            before = Console.OutputEncoding;
            Console.OutputEncoding = Encoding;
            Output = Console.IsOutputRedirected ? Output : Console.Out;
            Errors = Console.IsErrorRedirected ? Errors : Console.Error;
        }
    }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    public void Dispose()
    {
        if (before is not null)
        {
            Console.OutputEncoding = before;
        }
    }
#pragma warning restore RS0030

    private static StreamWriter Writer(Stream stream) => new(stream, Encoding) { AutoFlush = true };
}
