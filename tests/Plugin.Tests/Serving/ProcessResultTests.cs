using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>No exception leaves the process.</summary>
public sealed class ProcessResultTests
{
    [Fact]
    public async Task What_nobody_foresaw_is_one_numbered_line_and_failure()
    {
        var (code, text) = await RunAsync(() => throw new InvalidOperationException("secret\nsecond line"));

        Assert.Equal(1, code);
        Assert.Equal(FaultCatalogue.Unexpected(nameof(InvalidOperationException)).Text, text.TrimEnd());
        Assert.StartsWith("PT8001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_a_line_each_and_failure()
    {
        var (code, text) = await RunAsync(() => throw new FaultException(FaultCatalogue.NotParameterizable()));

        Assert.Equal((1, FaultCatalogue.NotParameterizable().Text), (code, text.TrimEnd()));
    }

    [Fact]
    public async Task An_interruption_is_told_by_its_number()
    {
        var (code, text) = await RunAsync(() => throw new OperationCanceledException());

        Assert.Equal(1, code);
        Assert.StartsWith("PT8002", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_s_own_end_is_its_result() => Assert.Equal((7, ""), await RunAsync(() => Task.FromResult(7)));

    private static async Task<(int Code, string Text)> RunAsync(Func<Task<int>> command)
    {
        using var messages = new StringWriter();
        var code = await ProcessResult.OfAsync(messages, command);
        return (code, messages.ToString());
    }
}
