using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.PowerShell.Administration;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// What modelled servers show of what they hold.
internal static partial class RemedyTable
{
    private const int Lost = 3;
    private const int Another = 1;

    private static IEnumerable<ShellRemedy> Certificates =>
    [
        OfModel("PT8150", "Bind another certificate", UnbindAsync, estate => estate.BindOnExchange(0), stage =>
            stage.Act = BindAnother(Litware.Exchange)),
        .. Missing("the current on Exchange", Litware.Exchange, estate => estate.Exchange.Current = Hex(Lost)),
        .. Missing("the next on Exchange", Litware.Exchange, estate =>
            (estate.Exchange.Next, estate.Exchange.NextFrom) = (Hex(Lost), Certs.Now.AddDays(9))),
        .. Missing("the previous on Exchange", Litware.Exchange, estate => estate.Exchange.Previous = Hex(Lost)),
        .. Missing("the current on Lync", Litware.Lync, estate => estate.Lync.Current = (Certs.Public(Lost).Thumbprint, Certs.Now.AddDays(-9))),
        .. Missing("the next on Lync", Litware.Lync, estate => estate.Lync.Staged = (Certs.Public(Lost).Thumbprint, Certs.Now.AddDays(9))),
        .. Missing("the previous on Lync", Litware.Lync, estate => estate.Lync.Previous = Certs.Public(Lost).Thumbprint),
        OfModel(
            "PT8152", "Run the cmdlet in the server's own management shell", Reads(Litware.Exchange), Unreadable,
            stage => stage.Estate.Exchange.IsDirectoryDown = false),
    ];

    private static IEnumerable<ShellRemedy> Missing(string where, string server, Action<ModelEstate> lose)
    {
        Action<ModelEstate> arrange = estate =>
        {
            estate.BindOnExchange(0);
            estate.BindOnLync(0);
            lose(estate);
        };
        return
        [
            OfModel("PT8151", "Import it again where it is missing", Reads(server), arrange, stage => Hold(stage.Estate), where),
            OfModel("PT8151", "bind another certificate", Reads(server), arrange, BindAnotherAsync(server), $"{where}, by another"),
        ];
    }

    private static ShellRemedy OfModel(
        string number,
        string words,
        Func<ModelEstate, Task<ImmutableArray<Fault>>> act,
        Action<ModelEstate> arrange,
        Action<ModelStage> follow,
        string where = "") => OfModel(number, words, act, arrange, stage => Done(() => follow(stage)), where);

    private static ShellRemedy OfModel(
        string number,
        string words,
        Func<ModelEstate, Task<ImmutableArray<Fault>>> act,
        Action<ModelEstate> arrange,
        Func<ModelStage, Task> follow,
        string where = "") => new(number, words, where)
        {
            SetAsync = _ =>
            {
                var stage = new ModelStage { Act = act };
                arrange(stage.Estate);
                return Task.FromResult<IPlight>(new Plight<ModelStage>(stage, set => set.Act(set.Estate), follow));
            },
        };

    private static Func<ModelEstate, Task<ImmutableArray<Fault>>> Reads(string server) => estate =>
        Telling.OfAsync(() => estate.ReadAsync(server, ServerParts.Certificates | ServerParts.PartnerApplications));

    private static async Task<ImmutableArray<Fault>> UnbindAsync(ModelEstate estate) =>
        (await WriteEnd.OfAsync(estate.Writer.UnbindCertificateAsync(Litware.Exchange, Silence.Instance, default))).Faults;

    private static Func<ModelEstate, Task<ImmutableArray<Fault>>> BindAnother(string server) => async estate => (await WriteEnd.OfAsync(
        estate.Writer.BindCertificateAsync(
            new BindCertificate(server, new CertificateSource.Imported(Pem.Of(Certs.Key(Another)), null), null), Silence.Instance, default))).Faults;

    private static Func<ModelStage, Task> BindAnotherAsync(string server) => async stage =>
        Assert.Empty(await BindAnother(server)(stage.Estate));

    private static void Hold(ModelEstate estate)
    {
        estate.Hold(Lost);
        estate.Lync.Store[Certs.Public(Lost).Thumbprint] = Certs.Public(Lost);
    }

    private static void Unreadable(ModelEstate estate)
    {
        estate.BindOnExchange(0);
        estate.Exchange.Partners["Lync"] = new ExchangeModel.Partner("Lync", "", "", "", UsesAuthServer: true, false, true, null);
        estate.Exchange.IsDirectoryDown = true;
    }

    private static string Hex(int key) => Certs.Public(key).Thumbprint.Hex;
}
