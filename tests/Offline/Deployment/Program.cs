#pragma warning disable RS0030 // The console is this file's only business.
using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Commands;

using var stop = new CancellationTokenSource();
using var terminate = new CancellationTokenSource();
Console.CancelKeyPress += (_, interrupt) =>
{
    interrupt.Cancel = true;
    (stop.IsCancellationRequested ? terminate : stop).Cancel();
};
var runner = new CommandRunner(Console.In, Console.Out, Console.Error, TimeProvider.System, new Interruption(stop.Token, terminate.Token));
return await runner.RunAsync(args);
