using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class PluginArgumentsTests
{
    [Theory]
    [InlineData("127.0.0.1:50051", "127.0.0.1:50051")]
    [InlineData("--logtostderr -v=9 --tracing file:./trace 127.0.0.1:50051", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:50051 --tracing http://localhost:9411 --unknown", "127.0.0.1:50051")]
    [InlineData("--tracing=http://localhost:9411 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("--unknown value 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("127.0.0.1:1 --unknown value", "127.0.0.1:1")]
    [InlineData("-v 9 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("localhost:65535", "localhost:65535")]
    [InlineData("[::1]:8080", "[::1]:8080")]
    [InlineData("engine.example.com:1", "engine.example.com:1")]
    [InlineData("--tracing", null)]
    [InlineData("", null)]
    [InlineData("-v=many --=", null)]
    [InlineData("--unknown", null)]
    public void The_engine_s_address_is_found_among_whatever_else_comes(string line, string? address) =>
        Assert.Equal(address, Parse(line).EngineAddress?.ToString());

    [Theory]
    [InlineData("status", "\"lab status\"")]
    [InlineData("serve", "\"lab serve\"")]
    [InlineData("labs", "\"lab\"")]
    [InlineData("import-fil --data x", "\"import-file\"")]
    [InlineData("hlep", "")]
    [InlineData("127.0.0.1", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:0", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:65536", "127.0.0.1:50051")]
    [InlineData(":8080", "127.0.0.1:50051")]
    [InlineData("8080", "127.0.0.1:50051")]
    [InlineData("::1:8080", "127.0.0.1:50051")]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:+80", "127.0.0.1:50051")]
    [InlineData("a b:80", "127.0.0.1:50051")]
    [InlineData("status 127.0.0.1:1", "\"lab status\"")]
    [InlineData("--unknown status", "\"lab status\"")]
    [InlineData("--logtostderr status", "\"lab status\"")]
    public void A_word_that_is_neither_command_nor_address_is_refused(string line, string expected)
    {
        var fault = Assert.Throws<FaultException>(() => Parse(line)).Faults.Single();

        Assert.Equal("PT8010", fault.Code);
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    private static PluginArguments Parse(string line) =>
        PluginArguments.Parse(line == "a b:80" ? [line] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
