using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab status</c>: what the servers hold.</summary>
internal static class LabStatusCommand
{
    public static Command Of(LabAccess access)
    {
        var json = new JsonOption();
        var command = new ExampledCommand(
            "status",
            "Show what the servers hold, and what is wrong with the trust",
            ("lab status --data .partnertrust/dev", "See the servers of a data directory"),
            ("lab status --data .partnertrust/dev --json", "For a program")) { json };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var servers = await ServerHoldings.ReadAsync(lab, cancellationToken);
            return parsed.GetValue(json) ? LabStatusJson.Write(lab.Time.GetUtcNow(), servers) : LabStatusText.Write(servers);
        });
        return command;
    }
}
