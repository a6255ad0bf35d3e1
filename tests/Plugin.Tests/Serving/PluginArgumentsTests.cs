using PartnerTrust.Plugin.Hosting;

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
    [InlineData("status")]
    [InlineData("lab")]
    [InlineData("lab status")]
    [InlineData("import-file --data x")]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-help")]
    [InlineData("-h")]
    [InlineData("--version")]
    [InlineData("--version 127.0.0.1:1")]
    [InlineData("--schema")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData(":8080")]
    [InlineData("8080")]
    [InlineData("::1:8080")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("127.0.0.1:+80")]
    [InlineData("a b:80")]
    [InlineData("status 127.0.0.1:1")]
    [InlineData("--unknown status")]
    [InlineData("--logtostderr status")]
    public void Words_that_are_no_address_are_left_to_the_commands(string line) =>
        Assert.Null(PluginArguments.Of(line == "a b:80" ? [line] : line.Split(' ')));

    private static PluginArguments Parse(string line) =>
        Assert.IsType<PluginArguments>(PluginArguments.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
