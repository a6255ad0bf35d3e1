using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Backend;
using PartnerTrust.Engines.Embedded.Faults;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>No operation reads a table from end to end: what it costs does not grow with the number of records.</summary>
public sealed class QueryPlanTests : IDisposable
{
    /// <summary>Tables that hold the configuration, one row a server or mailbox, read whole once a process.</summary>
    private static readonly string[] Small = ["SCAN configured_server", "SCAN configured_mailbox", "SCAN CONSTANT ROW", "SCAN (subquery"];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Every_statement_of_every_operation_finds_its_rows_through_an_index()
    {
        using var statements = new StatementRecorder();
        await UseEverythingAsync(statements);

        var offenders = PlansOf(statements.Seen).Where(plan => !IsBounded(plan.Detail)).Select(plan => $"{plan.Detail} <- {plan.Sql}");

        Assert.InRange(statements.Seen.Count, 40, 200);
        Assert.Empty(offenders);
    }

    private static bool IsBounded(string detail) =>
        !detail.Contains("TEMP B-TREE", StringComparison.Ordinal)
        && (!detail.StartsWith("SCAN", StringComparison.Ordinal) || Small.Any(small => detail.StartsWith(small, StringComparison.Ordinal)));

    private List<(string Sql, string Detail)> PlansOf(IEnumerable<string> statements)
    {
        using var connection = new SqliteConnection($"Data Source={directory.Combine("data/partnertrust.db")};Pooling=False");
        connection.Open();
        var plans = new List<(string, string)>();
        foreach (var sql in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            for (var parameter = 1; parameter <= 20; parameter++)
            {
                command.Parameters.AddWithValue($"${parameter}", DBNull.Value);
            }

            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                plans.Add((sql, reader.GetString(3)));
            }
        }

        return plans;
    }

    private async Task UseEverythingAsync(StatementRecorder statements)
    {
        var options = new EmbeddedOptions([Estate.Lync, Estate.Exchange], [Estate.Ken], directory.Combine("data"));
        var time = new FakeTimeProvider(Certs.Now);
        var servers = new ServerDirectory(options.Servers, options.Mailboxes);
        await using (var engine = EmbeddedEngine.Open(options, time, statements))
        {
            await Installation.EstablishAsync(engine);
            await engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);
            await engine.ListPartnerApplicationsAsync(Litware.Lync, default);
            await engine.FindCertificateBindingAsync(Litware.Lync, default);
            await engine.CreateAuthorizationServerAsync(
                new SaveAuthorizationServer(Litware.Exchange, new AuthorizationServerDraft("sts", Estate.Lync.MetadataUrl, null)), default);
            await engine.FindAuthorizationServerAsync(Litware.Exchange, "sts", default);
            await engine.ExplainTrustAsync(new TrustQuestion(Litware.Lync, Litware.Exchange, Estate.Ken.SipUri, Certs.Now), servers, time);
            await engine.PlanRolloverAsync(Litware.Lync, servers, time);
            await engine.RestartAsync(new RestartRequest(RestartScope.Iis, [Litware.Lync]), new Progress<string>(), default);
            await engine.RemoveAuthorizationServerAsync(Litware.Exchange, "sts", default);
            await engine.RemovePartnerApplicationAsync(Litware.Exchange, "LyncServer", default);
            await engine.RestoreOAuthConfigurationAsync(OAuthConfigurationRules.Default(Estate.Lync) with { Realm = "contoso.com" }, default);
            await engine.WithdrawMetadataAsync(Litware.Lync, Estate.Lync.MetadataUrl, default);
            await engine.UnbindCertificateAsync(Litware.Exchange, default);
        }

        await UseBackendAsync(options, statements);
    }

    private static async Task UseBackendAsync(EmbeddedOptions options, StatementRecorder statements)
    {
        await using var store = new SqliteTrustStore(options.DataDirectory, null, statements.CreateLogger(""));
        var backend = new EmbeddedBackend(store, new ServerDirectory(options.Servers, options.Mailboxes));
        var folder = new MailFolder(Estate.Ken.SmtpAddress, "inbox");
        var item = new MailItem("i", "c", folder, "IPM.Note", "s", "b", "Text", "x@y", Certs.Now);
        await backend.AddItemAsync(item, default);
        await backend.FindItemAsync("i", default);
        await backend.ListItemsAsync(folder, 0, 10, default);
        await backend.ReplaceItemAsync(item, item with { ChangeKey = "d" }, default);
        await backend.DeleteItemAsync("i", default);
        await backend.FindServerByHostAsync("elsewhere.litwareinc.com", default);
        await backend.ListTrustedIssuersAsync(Litware.Exchange, default);
        var query = new ReceiverQuery(Litware.Exchange, [WellKnownApplications.Lync], []);
        await new EmbeddedFaults(store, backend).RecallReceiverStateAsync(query, default);
        await backend.ReadReceiverStateAsync(new ReceiverQuery(Litware.Exchange, [WellKnownApplications.Lync], [Estate.Ken.SipUri]), default);

        await using var lab = await EmbeddedLab.OpenAsync(options.DataDirectory, TimeProvider.System, statements, default);
        await lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.Slow, "1"), default);
        await lab.Faults.ListAsync(Litware.Lync, default);
        await lab.Faults.SwitchOffAsync(Litware.Lync, null, default);
    }

    private sealed class StatementRecorder : ILoggerFactory, ILogger
    {
        private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.Ordinal);

        public ICollection<string> Seen => seen.Keys;

        public ILogger CreateLogger(string categoryName) =>
            categoryName is "" || categoryName.EndsWith(nameof(SqliteTrustStore), StringComparison.Ordinal) ? this : NullLogger.Instance;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.TryAdd(formatter(state, exception), true);
    }
}
