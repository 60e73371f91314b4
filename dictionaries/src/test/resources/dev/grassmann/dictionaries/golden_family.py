"""Losses and gradients of ReLU, Gated, JumpReLU and Matryoshka as they are trained, float64, by torch autograd, on the inputs of golden.json."""
import json, torch
torch.set_default_dtype(torch.float64)
def wave(rows, columns, shift):
    i, j = torch.arange(rows).double()[:, None], torch.arange(columns).double()[None, :]
    return torch.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift)
leaf=lambda t: t.clone().requires_grad_()
wd=leaf(wave(6,4,0.5)); we=leaf(wave(4,6,-0.4)); be=leaf(0.05*torch.arange(6).double()); bd=leaf(torch.tensor([0.1,-0.2,0.05,0.0]))
x=wave(3,4,2.0); out={}
def grads(loss, extra={}):
    names=["wEnc","wDec","bEnc","bDec"]+list(extra); leaves=[we,wd,be,bd]+list(extra.values())
    got=torch.autograd.grad(loss,leaves,allow_unused=True,retain_graph=True)
    return {n:(torch.zeros_like(p) if g is None else g).tolist() for n,p,g in zip(names,leaves,got)}
mse=lambda hat: (x-hat).pow(2).sum(1).mean()
pre=lambda: (x-bd)@we+be
norm=lambda: wd.norm(dim=1)
for name,w in (("plain",torch.ones(6)),("normed",None)):
    z=pre().relu(); w=norm() if w is None else w
    loss=mse(z@wd+bd)+0.7*(z*w).sum(1).mean()
    out["relu."+name]={"l1":0.7,"loss":float(loss),"gradients":grads(loss)}
rm=leaf(0.1*torch.arange(6).double()-0.2); bm=leaf(torch.full((6,),0.1))
for name,frozen in (("free",False),("frozen",True)):
    u=(x-bd)@we; gate=u+be; mag=u*rm.exp()+bm; z=(gate>0).double()*mag.relu()
    w=torch.ones(6) if frozen else norm(); D,b=(wd.detach(),bd.detach()) if frozen else (wd,bd)
    recon=mse(z@wd+bd); l1=0.7*(gate.relu()*w).sum(1).mean(); aux=mse(gate.relu()@D+b); loss=recon+l1+aux
    out["gated."+name]={"l1":0.7,"recon":float(recon),"aux":float(aux),"loss":float(loss),"gradients":grads(loss,{"rMag":rm,"bMag":bm})}
EPS=0.4; K=lambda v: ((v>-0.5)&(v<0.5)).double()
class Jump(torch.autograd.Function):
    @staticmethod
    def forward(c,a,t): c.save_for_backward(a,t); return a*(a>t)
    @staticmethod
    def backward(c,g): a,t=c.saved_tensors; return g*(a>t), (-(t/EPS)*K((a-t)/EPS)*g).sum(0)
class Step(torch.autograd.Function):
    @staticmethod
    def forward(c,a,t): c.save_for_backward(a,t); return (a>t).double()
    @staticmethod
    def backward(c,g): a,t=c.saved_tensors; return None, (-(1/EPS)*K((a-t)/EPS)*g).sum(0)
lt=leaf(torch.full((6,),0.3).log()); dead=torch.tensor([1.,0,0,0,1,0])
for name in ("step","target","tanh"):
    t=lt.exp(); a=pre(); z=Jump.apply(a,t); recon=mse(z@wd+bd)
    if name=="tanh": s=0.05*torch.tanh(1.5*z*norm()).sum(1).mean()+0.2*((t-a).relu()*dead*norm()).sum(1).mean()
    else:
        l0=Step.apply(a,t).sum(1).mean(); s=0.05*l0 if name=="step" else 0.05*(l0/1.5-1)**2
    loss=recon+s
    out["jump."+name]={"weight":0.05,"loss":float(loss),"gradients":grads(loss,{"logTheta":lt})}
a=pre(); flat=a.relu().flatten(); top=flat.topk(6); z=torch.zeros(18).scatter(0,top.indices,top.values).view(3,6)
parts=[mse(z[:,:m]@wd[:m]+bd) for m in (2,4,6)]
out["matryoshka.sum"]={"loss":float(sum(parts)),"gradients":grads(sum(parts))}
mean=(sum(parts)+mse(bd.expand(3,4)))/4
out["matryoshka.mean"]={"loss":float(mean),"gradients":grads(mean)}
print(json.dumps(out,indent=1))
