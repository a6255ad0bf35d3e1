using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Logging;

/// <summary>Nobody who sends requests can write a line of his own into the log, and no secret stands in one.</summary>
public sealed class LogLineTests
{
    private const string Start = "08:00:00.000 Information Hosts: ";

    private readonly MemoryStream written = new();
    private readonly LineLoggerFactory logs;

    public LogLineTests() =>
        logs = new LineLoggerFactory(
            line => written.Write(line), LogLevel.Information, new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("/x\r\n08:00:00.000 Error       Hosts: forged", @"/x\u000d\u000a08:00:00.000 Error       Hosts: forged")]
    [InlineData("\u001b[2J\u009b", @"\u001b[2J\u009b")]
    [InlineData("a\u0085b\u2028c\u2029d\u000be\u000cf\u0000g", @"a\u0085b\u2028c\u2029d\u000be\u000cf\u0000g")]
    [InlineData("a\u202eb\u200fc\ufeffd", @"a\u202eb\u200fc\ufeffd")]
    [InlineData("tab\tbed, \u00e4\u00f6\u00fc \u4e2d", @"tab\u0009bed, " + "\u00e4\u00f6\u00fc \u4e2d")]
    public void A_message_is_one_line(string path, string shown)
    {
        Log(logs, path, null);

        Assert.Equal($"{Start}GET {shown} failed\n", Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public void An_exception_s_lines_go_on_from_the_first_whatever_they_hold()
    {
        Log(logs, "/", new InvalidOperationException("one\n08:00:00.000 Error       Hosts: forged\rtwo\u2028three\u001b[31m"));

        var lines = Encoding.UTF8.GetString(written.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal($"{Start}GET / failed", lines[0]);
        Assert.Equal(
            ["    | System.InvalidOperationException: one", "    | 08:00:00.000 Error       Hosts: forged", "    | two", "    | three\\u001b[31m"],
            lines[1..]);
    }

    [Fact]
    public void What_a_library_tells_for_its_own_debugging_is_no_line_of_ours()
    {
        using var all = new LineLoggerFactory(line => written.Write(line), LogLevel.Debug, TimeProvider.System);
        Assert.False(all.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.Connections").IsEnabled(LogLevel.Information));
        Assert.True(all.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.Connections").IsEnabled(LogLevel.Warning));
        Assert.True(all.CreateLogger("engine").IsEnabled(LogLevel.Debug));
    }

    [Fact]
    public void A_line_that_cannot_be_written_is_lost_and_ends_nothing()
    {
        using var full = new LineLoggerFactory(_ => throw new IOException("No space left on device"), LogLevel.Information, new FakeTimeProvider());

        Assert.Null(Record.Exception(() => Log(full, "/", null)));
    }

    [Fact]
    public void A_category_cannot_break_the_line_either()
    {
        Log(logs, "/", null, "a.b\nc");

        Assert.Equal("08:00:00.000 Information b\\u000ac: GET / failed\n", Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public void Secrets_that_were_told_stand_neither_in_messages_nor_in_exceptions()
    {
        var secrets = new SessionSecrets();
        secrets.In(PropertyMap.Of(("authMetadataUrl", new SecretValue("https://S3cret.example.com/x"))));
        secrets.Configure(PropertyMap.Of(("dataDirectory", new SecretValue("/S3cretHome"))));

        Log(
            new DiscreetLoggerFactory(logs, secrets.HideAll),
            "https://s3cret.example.com/x",
            new IOException("/S3cretHome/lab.db, at s3cret.example.com:443\nand on"));

        var text = Encoding.UTF8.GetString(written.ToArray());
        Assert.DoesNotContain("s3cret", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("    | and on\n", text, StringComparison.Ordinal);
    }

    private static void Log(ILoggerFactory factory, string path, Exception? failure, string category = "PartnerTrust.Hosts") =>
        factory.CreateLogger(category).Log(LogLevel.Information, default, path, failure, static (state, _) => $"GET {state} failed");
}
