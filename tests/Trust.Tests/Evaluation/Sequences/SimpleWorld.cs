namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

/// <summary>What should be accepted, said a second time and more simply: no tokens, no stages, no certificates, only who holds whose key.</summary>
internal sealed class SimpleWorld
{
    private readonly SimpleSide lync = new();
    private readonly SimpleSide exchange = new();
    private string[] accepted = [];
    private bool mailbox = true;
    private bool autodiscover = true;
    private double hour;
    private (bool FromLync, int Key, string Realm, string AudienceRealm, double At)? token;

    public void Apply(Operation operation, bool applied)
    {
        var here = Side(operation.OnLync);
        var there = Side(!operation.OnLync);
        switch (operation.Kind)
        {
            case OperationKind.Bind or OperationKind.Stage when applied && here.Current == operation.Value:
                here.Next = null;
                break;
            case OperationKind.Bind when applied:
                (here.Previous, here.Current, here.Next) = (here.Current ?? here.Previous, operation.Value, null);
                break;
            case OperationKind.Stage when applied:
                (here.Next, here.NextFrom) = (operation.Value, hour + Operation.Spans[operation.Value % 3 + 3].TotalHours);
                break;
            case OperationKind.ClearPrevious:
                here.Previous = null;
                break;
            case OperationKind.Unbind:
                (here.Previous, here.Current, here.Next) = (null, null, null);
                break;
            case OperationKind.Register when here.Record is null && there.Published(hour).Count > 0:
                here.Record = new SimpleRecord { Realm = there.Realm, Keys = there.Published(hour) };
                break;
            case OperationKind.Refresh when here.Record?.Realm == there.Realm && there.Published(hour).Count > 0:
                here.Record.Keys = there.Published(hour);
                break;
            case OperationKind.Remove:
                here.Record = null;
                break;
            case OperationKind.ToggleEnabled when here.Record is { } record:
                record.Enabled = !record.Enabled;
                break;
            case OperationKind.ChangeRights when here.Record is { } record:
                (record.Level, record.HasAccount) = (operation.Value % 3, operation.Value % 2 != 0);
                break;
            case OperationKind.ChangeRealm:
                here.Realm = Operation.Realms[operation.Value];
                break;
            case OperationKind.ChangeAcceptedDomains:
                accepted = Operation.AcceptedDomains[operation.Value];
                break;
            case OperationKind.ToggleMailbox:
                mailbox = !mailbox;
                break;
            case OperationKind.ToggleAutodiscover:
                autodiscover = !autodiscover;
                break;
            case OperationKind.PassTime:
                hour += Operation.Spans[operation.Value].TotalHours;
                lync.Promote(hour);
                exchange.Promote(hour);
                break;
            case OperationKind.IssueToken when here.Current is { } key:
                token = (operation.OnLync, key, here.Realm, operation.OnLync ? here.Realm : lync.Realm, hour);
                break;
        }
    }

    /// <summary>The number of the refusal of a call made now; null when it should be accepted.</summary>
    public string? Expect(bool fromLync, bool forUser)
    {
        var caller = Side(fromLync);
        var record = Side(!fromLync).Record;
        return fromLync && !autodiscover ? "PT5083"
            : fromLync && lync.Record is { Enabled: false } silenced && silenced.Realm == exchange.Realm ? "PT5088"
            : record is not { Enabled: true } || record.Realm != caller.Realm ? "PT5085"
            : caller.Current is not { } key ? "PT5081"
            : !SimpleSide.Valid(key, hour) ? "PT5082"
            : !record.Keys.Contains(key) ? "PT5025"
            : ExpectAtReceiver(!fromLync, fromLync ? caller.Realm : lync.Realm, forUser);
    }

    /// <summary>The same for the token that was issued last, used now; <c>none</c> when there is none.</summary>
    public string? ExpectOfToken()
    {
        if (token is not var (fromLync, key, realm, audienceRealm, at))
        {
            return "none";
        }

        var record = Side(!fromLync).Record;
        return record is null || record.Realm != realm ? "PT5020"
            : !record.Enabled ? "PT5023"
            : !record.Keys.Contains(key) ? "PT5025"
            : !SimpleSide.Valid(key, hour) ? "PT5026"
            : hour > at + 8.05 ? "PT5031"
            : ExpectAtReceiver(!fromLync, audienceRealm, forUser: true);
    }

    private string? ExpectAtReceiver(bool atLync, string audienceRealm, bool forUser)
    {
        var record = Side(atLync).Record!;
        var realms = atLync ? [lync.Realm] : accepted.Length == 0 ? [exchange.Realm] : accepted.Where(domain => domain[0] != '*');
        return !realms.Contains(audienceRealm) ? "PT5043"
            : atLync && forUser && record.Level != 0 ? "PT5061"
            : atLync && !forUser && record.Level == 2 ? "PT5060"
            : !atLync && !forUser && !record.HasAccount ? "PT5062"
            : forUser && !mailbox ? "PT5072"
            : null;
    }

    private SimpleSide Side(bool lyncSide) => lyncSide ? lync : exchange;
}
