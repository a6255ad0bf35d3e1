using PartnerTrust.Plugin.Hosting;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class PluginArgumentsTests
{
    [Theory]
    [InlineData("127.0.0.1:50051", "127.0.0.1:50051")]
    [InlineData("--logtostderr -v=9 --tracing file:./trace 127.0.0.1:50051", "127.0.0.1:50051")]
    [InlineData("127.0.0.1:50051 --tracing http://localhost:9411 --unknown", "127.0.0.1:50051")]
    [InlineData("--tracing=http://localhost:9411 127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("--tracing", null)]
    [InlineData("", null)]
    [InlineData("-v=many --=", null)]
    public void The_engine_s_address_is_found_among_whatever_else_comes(string line, string? address) =>
        Assert.Equal(address, PluginArguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).EngineAddress);
}
