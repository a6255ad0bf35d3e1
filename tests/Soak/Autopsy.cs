using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace PartnerTrust.Soak;

/// <summary>Where an answer got lost: whether the connection still lives, and whether later calls are answered. It goes into the record.</summary>
internal static class Autopsy
{
    private const int Calls = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task LookAsync(EngineConnection connection)
    {
        await NoteAsync(connection, "a ping", connection.PingAsync("autopsy!"u8.ToArray()));
        for (var number = 0; number < Calls; number++)
        {
            var call = await connection.StartAsync("/pulumirpc.ResourceProvider/GetPluginInfo", new Empty().ToByteArray(), apart: false);
            await NoteAsync(connection, $"a new call on stream {call.Stream}", call.Answer);
        }
    }

    private static async Task NoteAsync(EngineConnection connection, string what, Task answer)
    {
        var comes = await Task.WhenAny(answer, Task.Delay(Patience)) == answer;
        connection.Record.Note($"{what} is {(comes ? "answered" : "not answered")}");
    }
}
